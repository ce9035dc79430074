/*
 * The same load as KeepAliveGet, by libcurl's multi interface: so many transfers at a time, each
 * started again as soon as it is done. What they have in common stands in bin/bench.
 *
 *   multi_get <url> <length> <parallel> [new] [h2=<connections>]
 *
 * With "new", each has a connection of its own; with "h2", they share so many as streams.
 *
 * Each line "run <requests>" on standard input is answered by one line on standard output.
 */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct transfer {
  CURL *easy;
  long received;
};

struct load {
  CURLM *multi;
  struct transfer *transfers;
  int connections;
  int fresh;
  int http2;
  long success;
  long length;
  long running;
  long done;
  long bad;
  long connects;
};

struct reading {
  double wall;
  double user;
  double sys;
  long bad;
  long connects;
};

static size_t take(char *data, size_t size, size_t count, void *userdata)
{
  struct transfer *transfer = userdata;
  (void)data;
  transfer->received += (long)(size * count);
  return size * count;
}

static double micros(struct timeval time)
{
  return 1e6 * (double)time.tv_sec + (double)time.tv_usec;
}

static struct reading read_now(const struct load *load)
{
  struct reading now;
  struct rusage usage;
  struct timespec wall;
  getrusage(RUSAGE_SELF, &usage);
  clock_gettime(CLOCK_MONOTONIC, &wall);
  now.wall = 1e6 * (double)wall.tv_sec + (double)wall.tv_nsec / 1e3;
  now.user = micros(usage.ru_utime);
  now.sys = micros(usage.ru_stime);
  now.bad = load->bad;
  now.connects = load->connects;
  return now;
}

static void fail(const char *what)
{
  fprintf(stderr, "multi_get: %s\n", what);
  exit(1);
}

static void start(struct load *load, struct transfer *transfer)
{
  transfer->received = 0;
  if(curl_multi_add_handle(load->multi, transfer->easy) != CURLM_OK)
    fail("add");
  load->running++;
}

static void finished(struct load *load, const CURLMsg *message, int again)
{
  struct transfer *transfer;
  CURL *easy = message->easy_handle;
  CURLcode result = message->data.result;
  long status = 0;
  long connects = 0;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
  if(result != CURLE_OK || status != load->success || transfer->received != load->length)
    load->bad++;
  load->connects += connects;
  load->done++;
  load->running--;
  curl_multi_remove_handle(load->multi, easy);
  if(again)
    start(load, transfer);
}

/* Goes on until so many more transfers are done; starts new ones only if told to. */
static void drive(struct load *load, long count, int again)
{
  long end = load->done + count;
  while(load->done < end && load->running > 0) {
    int running;
    int queued;
    CURLMsg *message;
    if(curl_multi_perform(load->multi, &running) != CURLM_OK)
      fail("perform");
    while((message = curl_multi_info_read(load->multi, &queued)))
      finished(load, message, again);
    if(load->done < end && load->running > 0)
      curl_multi_poll(load->multi, NULL, 0, 1000, NULL);
  }
}

static void run(struct load *load, long requests)
{
  struct reading before;
  struct reading after;
  long count;
  int i;
  for(i = 0; i < load->connections; i++)
    start(load, &load->transfers[i]);
  drive(load, 2L * load->connections, 1);
  count = load->done;
  before = read_now(load);
  drive(load, requests, 1);
  after = read_now(load);
  count = load->done - count;
  drive(load, load->running, 0);
  printf("requests=%ld wall=%.0f user=%.0f sys=%.0f bad=%ld connects=%ld\n", count,
         after.wall - before.wall, after.user - before.user, after.sys - before.sys,
         after.bad - before.bad, after.connects - before.connects);
  fflush(stdout);
}

static void options(struct load *load, int argc, char **argv)
{
  int i;
  for(i = 4; i < argc; i++) {
    if(!strcmp(argv[i], "new"))
      load->fresh = 1;
    else if(!strncmp(argv[i], "h2=", 3))
      load->http2 = atoi(argv[i] + 3);
    else
      fail(argv[i]);
  }
}

static void prepare(const struct load *load, struct transfer *transfer, const char *url)
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
  curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, (long)load->fresh);
  if(!strncmp(url, "ftp:", 4))
    curl_easy_setopt(easy, CURLOPT_USE_SSL, (long)(getenv("FTP_TLS") ? CURLUSESSL_ALL : 0));
  if(load->http2) {
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                     (long)(strncmp(url, "https:", 6) ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
                                                      : CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
  }
  else
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
}

int main(int argc, char **argv)
{
  struct load load = {0};
  long requests;
  int i;
  if(argc < 4)
    fail("<url> <length> <parallel> [new] [h2=<connections>]");
  load.length = atol(argv[2]);
  load.connections = atoi(argv[3]);
  load.success = strncmp(argv[1], "http", 4) ? 226 : 200;
  options(&load, argc, argv);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  load.multi = curl_multi_init();
  load.transfers = calloc((size_t)load.connections, sizeof(*load.transfers));
  if(!load.multi || !load.transfers)
    fail("memory");
  /* The default counts the transfers of the moment, and there are moments with few. */
  curl_multi_setopt(load.multi, CURLMOPT_MAXCONNECTS, 2L * load.connections);
  curl_multi_setopt(load.multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)load.http2);
  for(i = 0; i < load.connections; i++)
    prepare(&load, &load.transfers[i], argv[1]);
  printf("%s\n", curl_version());
  fflush(stdout);
  while(scanf(" run %ld", &requests) == 1)
    run(&load, requests);
  for(i = 0; i < load.connections; i++)
    curl_easy_cleanup(load.transfers[i].easy);
  curl_multi_cleanup(load.multi);
  free(load.transfers);
  curl_global_cleanup();
  return 0;
}
