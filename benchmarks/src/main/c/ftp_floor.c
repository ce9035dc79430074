/*
 * The floor under every FTP client: for each file EPSV, a connection, RETR, the file and the reply,
 * on control connections that stay open and are logged in once. With "ahead" as the last argument
 * the next EPSV goes out with RETR.
 *
 *   ftp_floor <ipv4> <port> <path> <length> <connections> [ahead]
 */
#define _GNU_SOURCE
#include "sockets.h"

struct session;

struct channel {
  struct session *session;
  int fd;
};

struct session {
  struct channel control;
  struct channel data;
  int logged_in;
  int busy;   /* with a file */
  int port;   /* where the next data connection goes; 0 if not asked for */
  int asked;  /* EPSV is on its way */
  int ended;  /* the data connection is at its end */
  int sent;   /* the server says that the file is sent */
  long received;
  size_t held;
  char reply[1024];
};

struct floor {
  struct load load;
  struct sockaddr_in peer;
  struct session *sessions;
  int epoll;
  int ahead;
  long length;
  char retr[512];
};

static void say(struct session *session, const char *line)
{
  send_all(session->control.fd, line, strlen(line));
}

static void finished(struct floor *floor, struct session *session, int good)
{
  session->busy = 0;
  over(&floor->load, (int)(session - floor->sessions), good);
}

/* Asks where to connect to, or connects to where the server said. */
static void proceed(struct floor *floor, struct session *session)
{
  struct sockaddr_in peer = floor->peer;
  if(!session->port) {
    if(!session->asked)
      say(session, "EPSV\r\n");
    session->asked = 1;
    return;
  }
  peer.sin_port = htons((uint16_t)session->port);
  session->port = 0;
  session->ended = 0;
  session->sent = 0;
  session->received = 0;
  session->data.fd =
      begin_connection(&peer, floor->epoll, EPOLLIN | EPOLLOUT | EPOLLET, &session->data);
  floor->load.connects++;
}

static void start(struct load *load, int slot)
{
  struct floor *floor = (struct floor *)load;
  struct session *session = &floor->sessions[slot];
  load->running++;
  session->busy = 1;
  if(session->control.fd < 0)
    session->control.fd = begin_connection(&floor->peer, floor->epoll, EPOLLIN, &session->control);
  else
    proceed(floor, session);
}

static void replied(struct floor *floor, struct session *session, int code, const char *line)
{
  const char *port;
  switch(code) {
  case 220:
    say(session, "USER anonymous\r\n");
    break;
  case 331:
    say(session, "PASS load@example.com\r\n");
    break;
  case 230:
    say(session, "TYPE I\r\n");
    break;
  case 200:
    session->logged_in = 1;
    proceed(floor, session);
    break;
  case 229:
    port = strstr(line, "(|||");
    session->asked = 0;
    session->port = port ? atoi(port + 4) : 0;
    if(!session->port)
      fail(line);
    if(session->busy && session->data.fd < 0)
      proceed(floor, session);
    break;
  case 125:
  case 150:
    break;
  case 226:
    session->sent = 1;
    if(session->ended)
      finished(floor, session, session->received == floor->length);
    break;
  default:
    fprintf(stderr, "%s\n", line);
    exit(1);
  }
}

static void control_readable(struct floor *floor, struct session *session)
{
  char *line = session->reply;
  char *end;
  ssize_t count = recv(session->control.fd, session->reply + session->held,
                       sizeof(session->reply) - 1 - session->held, 0);
  if(count < 0 && errno == EAGAIN)
    return;
  if(count <= 0)
    fail("the server closed the control connection");
  session->held += (size_t)count;
  session->reply[session->held] = 0;
  while((end = strstr(line, "\r\n"))) {
    *end = 0;
    if(end - line > 3 && line[0] >= '1' && line[0] <= '9' && line[3] == ' ')
      replied(floor, session, atoi(line), line);
    line = end + 2;
  }
  session->held -= (size_t)(line - session->reply);
  memmove(session->reply, line, session->held);
}

static void data_event(struct floor *floor, struct session *session, uint32_t what)
{
  static char buffer[BUFFER];
  ssize_t count;
  if((what & EPOLLOUT) && !session->ended && session->received == 0 && !(what & EPOLLIN)) {
    say(session, floor->retr);
    session->asked = floor->ahead;
    return;
  }
  while((count = recv(session->data.fd, buffer, BUFFER, 0)) > 0)
    session->received += count;
  if(count < 0 && errno == EAGAIN)
    return;
  close(session->data.fd);
  session->data.fd = -1;
  session->ended = 1;
  if(session->sent)
    finished(floor, session, count == 0 && session->received == floor->length);
}

static void step(struct load *load)
{
  struct floor *floor = (struct floor *)load;
  struct epoll_event events[EVENTS];
  int ready = epoll_wait(floor->epoll, events, EVENTS, WAIT_MS);
  int i;
  for(i = 0; i < ready; i++) {
    struct channel *channel = events[i].data.ptr;
    if(channel == &channel->session->control)
      control_readable(floor, channel->session);
    else
      data_event(floor, channel->session, events[i].events);
  }
}

int main(int argc, char **argv)
{
  static struct floor floor;
  int i;
  if(argc < 6) {
    fprintf(stderr, "ftp_floor <ipv4> <port> <path> <length> <connections> [ahead]\n");
    return 1;
  }
  floor.peer = address_of(argv[1], atoi(argv[2]));
  floor.ahead = argc > 6 && !strcmp(argv[6], "ahead");
  snprintf(floor.retr, sizeof(floor.retr), "RETR %s\r\n%s", argv[3] + 1,
           floor.ahead ? "EPSV\r\n" : "");
  floor.length = atol(argv[4]);
  floor.load.slots = atoi(argv[5]);
  floor.load.unmeasured = 2;
  floor.load.start = start;
  floor.load.step = step;
  floor.epoll = epoll_create1(EPOLL_CLOEXEC);
  floor.sessions = calloc((size_t)floor.load.slots, sizeof(*floor.sessions));
  if(floor.epoll < 0 || !floor.sessions)
    fail("memory");
  for(i = 0; i < floor.load.slots; i++) {
    struct session *session = &floor.sessions[i];
    session->control.session = session->data.session = session;
    session->control.fd = session->data.fd = -1;
  }
  serve(&floor.load, "bare epoll", run_slots);
  return 0;
}
