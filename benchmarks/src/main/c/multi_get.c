/*
 * The same load as MultiLoad, by libcurl's multi interface: so many transfers at a time, each
 * started again as soon as it is done.
 *
 *   multi_get <url> <length> <parallel> [new] [h2=<connections>] [ftps] [put=<file>] [event]
 *
 * With "new", each has a connection of its own; with "h2", they share so many as streams; with
 * "put", the file is sent and the length is that of the answer. With "event" epoll tells
 * curl_multi_socket_action what happened, otherwise curl_multi_poll waits and curl_multi_perform
 * works.
 */
#include "load.h"

#include <curl/curl.h>
#include <string.h>
#include <sys/epoll.h>

#define EVENTS 256
#define WAIT_MS 1000

struct transfer {
  CURL *easy;
  FILE *file;
  long received;
  int slot;
};

struct client {
  struct load load;
  CURLM *multi;
  struct transfer *transfers;
  const char *put;
  int fresh;
  int http2;
  int ftps;
  int epoll; /* -1 without "event" */
  long success;
  long length;
  long deadline; /* of libcurl's timer, in milliseconds; -1 for none */
};

static void refuse(const char *what)
{
  fprintf(stderr, "multi_get: %s\n", what);
  exit(1);
}

static size_t take(char *data, size_t size, size_t count, void *userdata)
{
  struct transfer *transfer = userdata;
  (void)data;
  transfer->received += (long)(size * count);
  return size * count;
}

static void start(struct load *load, int slot)
{
  struct client *client = (struct client *)load;
  struct transfer *transfer = &client->transfers[slot];
  transfer->received = 0;
  if(transfer->file)
    rewind(transfer->file);
  if(curl_multi_add_handle(client->multi, transfer->easy) != CURLM_OK)
    refuse("add");
  load->running++;
}

static void finished(struct client *client, const CURLMsg *message)
{
  struct transfer *transfer;
  CURL *easy = message->easy_handle;
  CURLcode result = message->data.result;
  long status = 0;
  long connects = 0;
  int good;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
  good = result == CURLE_OK && status == client->success && transfer->received == client->length;
  if(!good && !client->load.bad)
    fprintf(stderr, "%s, status %ld, %ld bytes\n", curl_easy_strerror(result), status,
            transfer->received);
  client->load.connects += connects;
  curl_multi_remove_handle(client->multi, easy);
  over(&client->load, transfer->slot, good);
}

static void read_messages(struct client *client)
{
  int queued;
  CURLMsg *message;
  while((message = curl_multi_info_read(client->multi, &queued)))
    finished(client, message);
}

static void perform_step(struct load *load)
{
  struct client *client = (struct client *)load;
  int running;
  if(curl_multi_poll(client->multi, NULL, 0, WAIT_MS, NULL) != CURLM_OK)
    refuse("poll");
  if(curl_multi_perform(client->multi, &running) != CURLM_OK)
    refuse("perform");
  read_messages(client);
}

static long now_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int on_timer(CURLM *multi, long timeout_ms, void *userdata)
{
  struct client *client = userdata;
  (void)multi;
  client->deadline = timeout_ms < 0 ? -1 : now_ms() + timeout_ms;
  return 0;
}

static int on_socket(CURL *easy, curl_socket_t fd, int what, void *userdata, void *known)
{
  struct client *client = userdata;
  struct epoll_event event = {.data.fd = fd};
  (void)easy;
  if(what == CURL_POLL_REMOVE) {
    epoll_ctl(client->epoll, EPOLL_CTL_DEL, fd, NULL);
    return 0;
  }
  event.events = ((what & CURL_POLL_IN) ? EPOLLIN : 0u) | ((what & CURL_POLL_OUT) ? EPOLLOUT : 0u);
  if(epoll_ctl(client->epoll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) < 0)
    fail("epoll_ctl");
  curl_multi_assign(client->multi, fd, client);
  return 0;
}

static void event_step(struct load *load)
{
  struct client *client = (struct client *)load;
  struct epoll_event events[EVENTS];
  int running;
  int ready;
  int i;
  long wait = WAIT_MS;
  if(client->deadline >= 0) {
    wait = client->deadline - now_ms();
    wait = wait < 0 ? 0 : wait > WAIT_MS ? WAIT_MS : wait;
  }
  ready = epoll_wait(client->epoll, events, EVENTS, (int)wait);
  for(i = 0; i < ready; i++) {
    int what = ((events[i].events & EPOLLIN) ? CURL_CSELECT_IN : 0) |
               ((events[i].events & EPOLLOUT) ? CURL_CSELECT_OUT : 0) |
               ((events[i].events & (EPOLLERR | EPOLLHUP)) ? CURL_CSELECT_ERR : 0);
    curl_multi_socket_action(client->multi, events[i].data.fd, what, &running);
  }
  if(client->deadline >= 0 && client->deadline <= now_ms()) {
    client->deadline = -1;
    curl_multi_socket_action(client->multi, CURL_SOCKET_TIMEOUT, 0, &running);
  }
  read_messages(client);
}

static void options(struct client *client, int argc, char **argv)
{
  int i;
  client->epoll = -1;
  for(i = 4; i < argc; i++) {
    if(!strcmp(argv[i], "new"))
      client->fresh = 1;
    else if(!strncmp(argv[i], "h2=", 3))
      client->http2 = atoi(argv[i] + 3);
    else if(!strcmp(argv[i], "ftps"))
      client->ftps = 1;
    else if(!strncmp(argv[i], "put=", 4))
      client->put = argv[i] + 4;
    else if(!strcmp(argv[i], "event"))
      client->epoll = epoll_create1(EPOLL_CLOEXEC);
    else
      refuse(argv[i]);
  }
}

static void prepare_upload(struct transfer *transfer, const char *path)
{
  transfer->file = fopen(path, "rb");
  if(!transfer->file)
    fail(path);
  fseek(transfer->file, 0, SEEK_END);
  curl_easy_setopt(transfer->easy, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(transfer->easy, CURLOPT_READDATA, transfer->file);
  curl_easy_setopt(transfer->easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)ftell(transfer->file));
}

static void prepare(const struct client *client, struct transfer *transfer, const char *url)
{
  CURL *easy = curl_easy_init();
  transfer->easy = easy;
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
  curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, (long)client->fresh);
  if(client->ftps)
    curl_easy_setopt(easy, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
  if(client->put)
    prepare_upload(transfer, client->put);
  if(client->http2) {
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                     (long)(strncmp(url, "https:", 6) ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
                                                      : CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
  }
  else
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
}

static void prepare_multi(struct client *client)
{
  client->multi = curl_multi_init();
  client->deadline = -1;
  client->load.start = start;
  client->load.step = client->epoll < 0 ? perform_step : event_step;
  if(client->epoll >= 0) {
    curl_multi_setopt(client->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
    curl_multi_setopt(client->multi, CURLMOPT_SOCKETDATA, client);
    curl_multi_setopt(client->multi, CURLMOPT_TIMERFUNCTION, on_timer);
    curl_multi_setopt(client->multi, CURLMOPT_TIMERDATA, client);
  }
  /* The default counts the transfers of the moment, and there are moments with few. */
  curl_multi_setopt(client->multi, CURLMOPT_MAXCONNECTS, 2L * client->load.slots);
  curl_multi_setopt(client->multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)client->http2);
}

int main(int argc, char **argv)
{
  static struct client client;
  int i;
  if(argc < 4)
    refuse("<url> <length> <parallel> [new] [h2=<connections>] [ftps] [put=<file>] [event]");
  client.length = atol(argv[2]);
  client.load.slots = atoi(argv[3]);
  client.success = strncmp(argv[1], "http", 4) ? 226 : 200;
  options(&client, argc, argv);
  client.load.unmeasured = client.put ? 0 : 2;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  client.transfers = calloc((size_t)client.load.slots, sizeof(*client.transfers));
  prepare_multi(&client);
  if(!client.multi || !client.transfers)
    refuse("memory");
  for(i = 0; i < client.load.slots; i++) {
    client.transfers[i].slot = i;
    prepare(&client, &client.transfers[i], argv[1]);
  }
  serve(&client.load, curl_version(), run_slots);
  for(i = 0; i < client.load.slots; i++)
    curl_easy_cleanup(client.transfers[i].easy);
  curl_multi_cleanup(client.multi);
  curl_global_cleanup();
  return 0;
}
