/*
 * The limit: logs in, asks for the same of each folder, and throws away what comes, as fast as the socket gives it.
 *
 *     drain HOST PORT LOGIN PASSWORD ITEMS FOLDER...
 *
 * It looks at nothing but the last line of what has come, for the tag that ends an answer. Prints the bytes it got.
 */
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ROOM = 1 << 16, KEPT = 512 };

static char buffer[KEPT + ROOM];
static unsigned long long received;
static int line, tags;

static void fail(const char *why)
{
    fprintf(stderr, "drain: %s\n", why);
    exit(1);
}

static void connect_to(const char *host, const char *port)
{
    struct addrinfo *found, hints = {.ai_socktype = SOCK_STREAM};
    if (getaddrinfo(host, port, &hints, &found) != 0)
        fail("no such host");
    line = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (line < 0 || connect(line, found->ai_addr, found->ai_addrlen) != 0)
        fail("nobody answers");
    freeaddrinfo(found);
}

/* The last whole line among the newest bytes; NULL if they don't end with one. */
static const char *last_line(size_t length)
{
    if (length < 2 || buffer[length - 1] != '\n')
        return NULL;
    const char *begin = memrchr(buffer, '\n', length - 1);
    return begin ? begin + 1 : buffer;
}

/* Read on until the last line begins with this. */
static void drain_to(const char *mark)
{
    size_t kept = 0, length = strlen(mark);
    for (;;) {
        ssize_t came = read(line, buffer + kept, ROOM);
        if (came <= 0)
            fail("the server hung up");
        received += (unsigned long long)came;
        kept += (size_t)came;
        buffer[kept] = 0;
        const char *last = last_line(kept);
        if (last && strncmp(last, mark, length) == 0) {
            if (mark[0] != '*' && strncmp(last + length, "OK", 2) != 0)
                fail(last);
            return;
        }
        size_t rest = kept < KEPT ? kept : KEPT - 1;
        memmove(buffer, buffer + kept - rest, rest);
        kept = rest;
    }
}

static void ask(const char *verb, const char *first, const char *second)
{
    char command[1 << 13], tag[16];
    snprintf(tag, sizeof tag, "D%d ", ++tags);
    int length = snprintf(command, sizeof command, "%s%s %s%s\r\n", tag, verb, first, second);
    if (length < 0 || (size_t)length >= sizeof command || write(line, command, (size_t)length) != length)
        fail("a command was not sent");
    drain_to(tag);
}

static void ask_quoted(const char *verb, const char *first, const char *second)
{
    char quoted[1 << 10];
    snprintf(quoted, sizeof quoted, second ? "\"%s\" \"%s\"" : "\"%s\"", first, second);
    ask(verb, quoted, "");
}

int main(int count, char **words)
{
    if (count < 7)
        fail("HOST PORT LOGIN PASSWORD ITEMS FOLDER...");
    connect_to(words[1], words[2]);
    drain_to("* OK");
    ask_quoted("LOGIN", words[3], words[4]);
    for (int at = 6; at < count; at++) {
        ask_quoted("EXAMINE", words[at], NULL);
        ask("FETCH", "1:* ", words[5]);
    }
    printf("%llu\n", received);
    return 0;
}
