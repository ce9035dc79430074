/*
 * The floor under every HTTP client: one send and one recv per request on connections that stay
 * open, epoll, and no more user code than it takes to check status and length. A load with "new" as
 * the last argument opens a connection for each request instead.
 *
 *   floor <ipv4> <port> <path> <length> <connections> [new]
 */
#define _GNU_SOURCE
#include "sockets.h"

struct connection {
  int fd;
  int waiting;   /* for the end of a response */
  long received; /* of the body; -1 while the head is to come */
};

struct floor {
  struct load load;
  struct sockaddr_in peer;
  struct connection *connections;
  int epoll;
  int fresh;
  long length;
  size_t request_length;
  char request[1024];
};

static void send_request(struct floor *floor, struct connection *connection)
{
  connection->received = -1;
  connection->waiting = 1;
  send_all(connection->fd, floor->request, floor->request_length);
}

static void start(struct load *load, int slot)
{
  struct floor *floor = (struct floor *)load;
  struct connection *connection = &floor->connections[slot];
  load->running++;
  if(connection->fd < 0) {
    connection->fd = begin_connection(&floor->peer, floor->epoll, EPOLLOUT, connection);
    load->connects++;
  }
  else
    send_request(floor, connection);
}

static void finished(struct floor *floor, struct connection *connection, int good)
{
  connection->waiting = 0;
  if(floor->fresh || !good) {
    close(connection->fd);
    connection->fd = -1;
  }
  over(&floor->load, (int)(connection - floor->connections), good);
}

static void readable(struct floor *floor, struct connection *connection)
{
  static char buffer[BUFFER + 1];
  ssize_t count = recv(connection->fd, buffer, BUFFER, 0);
  if(count < 0 && errno == EAGAIN)
    return;
  if(count <= 0 || !connection->waiting) {
    if(connection->waiting)
      finished(floor, connection, 0);
    else
      fail("the server closed an idle connection");
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
       atol(length + 17) != floor->length) {
      finished(floor, connection, 0);
      return;
    }
    connection->received = 0;
    count -= end + 4 - buffer;
  }
  connection->received += count;
  if(connection->received >= floor->length)
    finished(floor, connection, connection->received == floor->length);
}

static void step(struct load *load)
{
  struct floor *floor = (struct floor *)load;
  struct epoll_event events[EVENTS];
  int ready = epoll_wait(floor->epoll, events, EVENTS, WAIT_MS);
  int i;
  for(i = 0; i < ready; i++) {
    struct connection *connection = events[i].data.ptr;
    if(events[i].events & EPOLLOUT) {
      watch(floor->epoll, connection->fd, EPOLL_CTL_MOD, EPOLLIN, connection);
      send_request(floor, connection);
    }
    else
      readable(floor, connection);
  }
}

int main(int argc, char **argv)
{
  static struct floor floor;
  int i;
  if(argc < 6) {
    fprintf(stderr, "floor <ipv4> <port> <path> <length> <connections> [new]\n");
    return 1;
  }
  floor.peer = address_of(argv[1], atoi(argv[2]));
  floor.request_length = (size_t)snprintf(floor.request, sizeof(floor.request),
                                          "GET %s HTTP/1.1\r\nHost: %s:%s\r\nAccept: */*\r\n\r\n",
                                          argv[3], argv[1], argv[2]);
  floor.length = atol(argv[4]);
  floor.load.slots = atoi(argv[5]);
  floor.load.unmeasured = 2;
  floor.load.start = start;
  floor.load.step = step;
  floor.fresh = argc > 6 && !strcmp(argv[6], "new");
  floor.epoll = epoll_create1(EPOLL_CLOEXEC);
  floor.connections = calloc((size_t)floor.load.slots, sizeof(*floor.connections));
  if(floor.epoll < 0 || !floor.connections)
    fail("memory");
  for(i = 0; i < floor.load.slots; i++)
    floor.connections[i].fd = -1;
  serve(&floor.load, "bare epoll", run_slots);
  return 0;
}
