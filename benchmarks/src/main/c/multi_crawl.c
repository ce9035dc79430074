/*
 * The same load as MultiCrawl, by libcurl's multi interface: the pages of a list, each line of which
 * is an address and the length of the page, decoded. Two connections to each host, 1,000 in all;
 * all handles added at once (0), or so many at a time. A new multi for each run.
 *
 *   multi_crawl <file> <parallel>
 */
#include "load.h"

#include <curl/curl.h>
#include <string.h>

#define WAIT_MS 1000
#define PER_HOST 2L
#define TOTAL 1000L
#define LINE 256

struct page {
  char *url;
  long length;
};

struct transfer {
  CURL *easy;
  const struct page *page;
  long received;
};

struct crawl {
  struct load load;
  struct page *pages;
  long count;
  long started;
  long to_start;
  int parallel;
  CURLM *multi;
  struct curl_slist *here;
};

static size_t take(char *data, size_t size, size_t count, void *userdata)
{
  struct transfer *transfer = userdata;
  (void)data;
  transfer->received += (long)(size * count);
  return size * count;
}

static void read_list(struct crawl *crawl, const char *path)
{
  FILE *list = fopen(path, "r");
  char line[LINE];
  char url[LINE];
  long room = 0;
  if(!list)
    fail(path);
  while(fgets(line, LINE, list)) {
    struct page page;
    if(sscanf(line, "%255s %ld", url, &page.length) != 2)
      fail("list");
    page.url = strdup(url);
    if(crawl->count == room) {
      room = room ? 2 * room : 1024;
      crawl->pages = realloc(crawl->pages, (size_t)room * sizeof(page));
      if(!crawl->pages)
        fail("memory");
    }
    crawl->pages[crawl->count++] = page;
  }
  fclose(list);
}

static void start(struct crawl *crawl, struct transfer *transfer)
{
  transfer->page = &crawl->pages[crawl->started++ % crawl->count];
  transfer->received = 0;
  curl_easy_setopt(transfer->easy, CURLOPT_URL, transfer->page->url);
  if(curl_multi_add_handle(crawl->multi, transfer->easy) != CURLM_OK)
    fail("add");
  crawl->load.running++;
}

static struct transfer *prepare(const struct crawl *crawl)
{
  struct transfer *transfer = calloc(1, sizeof(*transfer));
  CURL *easy = curl_easy_init();
  if(!transfer || !easy)
    fail("memory");
  transfer->easy = easy;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_RESOLVE, crawl->here);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
  return transfer;
}

static void finished(struct crawl *crawl, const CURLMsg *message)
{
  struct transfer *transfer;
  CURL *easy = message->easy_handle;
  CURLcode result = message->data.result;
  long status = 0;
  long connects = 0;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
  if(result != CURLE_OK || status != 200 || transfer->received != transfer->page->length) {
    if(!crawl->load.bad++)
      fprintf(stderr, "%s: %s, status %ld, %ld bytes\n", transfer->page->url,
              curl_easy_strerror(result), status, transfer->received);
  }
  crawl->load.connects += connects;
  crawl->load.done++;
  crawl->load.running--;
  curl_multi_remove_handle(crawl->multi, easy);
  if(crawl->started < crawl->to_start)
    start(crawl, transfer);
  else {
    curl_easy_cleanup(easy);
    free(transfer);
  }
}

static void run(struct load *load, long requests)
{
  struct crawl *crawl = (struct crawl *)load;
  struct reading before = read_now(load);
  struct rusage usage;
  char more[64];
  long first = crawl->parallel && crawl->parallel < requests ? crawl->parallel : requests;
  crawl->started = 0;
  crawl->to_start = requests;
  crawl->multi = curl_multi_init();
  curl_multi_setopt(crawl->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, TOTAL);
  curl_multi_setopt(crawl->multi, CURLMOPT_MAX_HOST_CONNECTIONS, PER_HOST);
  curl_multi_setopt(crawl->multi, CURLMOPT_MAXCONNECTS, TOTAL);
  while(crawl->started < first)
    start(crawl, prepare(crawl));
  while(load->running > 0) {
    int running;
    int queued;
    CURLMsg *message;
    if(curl_multi_perform(crawl->multi, &running) != CURLM_OK)
      fail("perform");
    while((message = curl_multi_info_read(crawl->multi, &queued)))
      finished(crawl, message);
    if(load->running > 0)
      curl_multi_poll(crawl->multi, NULL, 0, WAIT_MS, NULL);
  }
  curl_multi_cleanup(crawl->multi);
  getrusage(RUSAGE_SELF, &usage);
  snprintf(more, sizeof(more), " rss=%ld", 1024 * usage.ru_maxrss);
  report(load, before, more);
}

int main(int argc, char **argv)
{
  static struct crawl crawl;
  const char *port;
  char here[64];
  if(argc < 3) {
    fprintf(stderr, "multi_crawl <file> <parallel>\n");
    return 1;
  }
  read_list(&crawl, argv[1]);
  crawl.parallel = atoi(argv[2]);
  port = crawl.count ? strrchr(crawl.pages[0].url, ':') : NULL;
  if(!port)
    fail("list");
  snprintf(here, sizeof(here), "*:%d:127.0.0.1", atoi(port + 1));
  curl_global_init(CURL_GLOBAL_DEFAULT);
  crawl.here = curl_slist_append(NULL, here);
  serve(&crawl.load, curl_version(), run);
  return 0;
}
