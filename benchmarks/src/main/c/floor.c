/*
 * The floor under every HTTP client: one send and one recv per request on connections that stay
 * open, epoll, and no more user code than it takes to check status and length. The same load as
 * KeepAliveGet; a load with "new" as the last argument opens a connection for each request instead.
 *
 *   floor <ipv4> <port> <path> <length> <connections> [new]
 *
 * Each line "run <requests>" on standard input is answered by one line on standard output.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define EVENTS 256
#define BUFFER (64 * 1024)

struct connection {
  int fd;
  int waiting;   /* for the end of a response */
  long received; /* of the body; -1 while the head is to come */
};

struct load {
  struct sockaddr_in peer;
  struct connection *connections;
  int epoll;
  int count;
  int fresh;
  long length;
  long done;
  long bad;
  long connects;
  long running;
  size_t request_length;
  char request[1024];
};

struct reading {
  double wall;
  double user;
  double sys;
  long bad;
  long connects;
};

static void fail(const char *what)
{
  perror(what);
  exit(1);
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

static void watch(const struct load *load, struct connection *connection, int how, uint32_t what)
{
  struct epoll_event event = {.events = what, .data.ptr = connection};
  if(epoll_ctl(load->epoll, how, connection->fd, &event) < 0)
    fail("epoll_ctl");
}

static void open_connection(struct load *load, struct connection *connection)
{
  int one = 1;
  connection->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if(connection->fd < 0)
    fail("socket");
  setsockopt(connection->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  if(connect(connection->fd, (struct sockaddr *)&load->peer, sizeof(load->peer)) < 0 &&
     errno != EINPROGRESS)
    fail("connect");
  load->connects++;
  watch(load, connection, EPOLL_CTL_ADD, EPOLLOUT);
}

static void send_request(struct load *load, struct connection *connection)
{
  connection->received = -1;
  connection->waiting = 1;
  if(send(connection->fd, load->request, load->request_length, MSG_NOSIGNAL) !=
     (ssize_t)load->request_length)
    fail("send");
}

static void start(struct load *load, struct connection *connection)
{
  load->running++;
  if(connection->fd < 0)
    open_connection(load, connection);
  else
    send_request(load, connection);
}

static void finished(struct load *load, struct connection *connection, int good, int again)
{
  load->done++;
  load->running--;
  load->bad += !good;
  connection->waiting = 0;
  if(load->fresh || !good) {
    close(connection->fd);
    connection->fd = -1;
  }
  if(again)
    start(load, connection);
}

static void readable(struct load *load, struct connection *connection, int again)
{
  static char buffer[BUFFER + 1];
  ssize_t count = recv(connection->fd, buffer, BUFFER, 0);
  if(count < 0 && errno == EAGAIN)
    return;
  if(count <= 0 || !connection->waiting) {
    if(connection->waiting)
      finished(load, connection, 0, again);
    return;
  }
  if(connection->received < 0) {
    /* These servers send a head in one piece. */
    char *end;
    char *length;
    buffer[count] = 0;
    end = strstr(buffer, "\r\n\r\n");
    length = strcasestr(buffer, "\r\ncontent-length:");
    if(strncmp(buffer, "HTTP/1.1 200", 12) || !end || !length || length > end ||
       atol(length + 17) != load->length) {
      finished(load, connection, 0, again);
      return;
    }
    connection->received = 0;
    count -= end + 4 - buffer;
  }
  connection->received += count;
  if(connection->received >= load->length)
    finished(load, connection, connection->received == load->length, again);
}

/* Goes on until so many more requests are done; starts new ones only if told to. */
static void drive(struct load *load, long count, int again)
{
  long end = load->done + count;
  struct epoll_event events[EVENTS];
  while(load->done < end && load->running > 0) {
    int ready = epoll_wait(load->epoll, events, EVENTS, 1000);
    int i;
    for(i = 0; i < ready; i++) {
      struct connection *connection = events[i].data.ptr;
      if(events[i].events & EPOLLOUT) {
        watch(load, connection, EPOLL_CTL_MOD, EPOLLIN);
        send_request(load, connection);
      }
      else
        readable(load, connection, again);
    }
  }
}

static void run(struct load *load, long requests)
{
  struct reading before;
  struct reading after;
  long count;
  int i;
  for(i = 0; i < load->count; i++)
    start(load, &load->connections[i]);
  drive(load, 2L * load->count, 1);
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

int main(int argc, char **argv)
{
  static struct load load;
  long requests;
  int i;
  if(argc < 6) {
    fprintf(stderr, "floor <ipv4> <port> <path> <length> <connections> [new]\n");
    return 1;
  }
  load.peer.sin_family = AF_INET;
  load.peer.sin_port = htons((unsigned short)atoi(argv[2]));
  if(inet_pton(AF_INET, argv[1], &load.peer.sin_addr) != 1)
    fail("address");
  load.request_length = (size_t)snprintf(load.request, sizeof(load.request),
                                         "GET %s HTTP/1.1\r\nHost: %s:%s\r\nAccept: */*\r\n\r\n",
                                         argv[3], argv[1], argv[2]);
  load.length = atol(argv[4]);
  load.count = atoi(argv[5]);
  load.fresh = argc > 6 && !strcmp(argv[6], "new");
  load.epoll = epoll_create1(EPOLL_CLOEXEC);
  load.connections = calloc((size_t)load.count, sizeof(*load.connections));
  if(load.epoll < 0 || !load.connections)
    fail("memory");
  for(i = 0; i < load.count; i++)
    load.connections[i].fd = -1;
  printf("floor\n");
  fflush(stdout);
  while(scanf(" run %ld", &requests) == 1)
    run(&load, requests);
  return 0;
}
