package io.nettycurl.ftp.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.ftp.option.FtpOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands are those that libcurl 8.22 was seen to send to a server with the same replies. */
class FtpMachineTest {
  private static final String LOGIN = "USER anonymous | PASS ftp@example.com | PWD";
  private static final String FETCH = "EPSV | TYPE I | SIZE f | RETR f";

  /** A request on a new connection: what is set up, where to, what is sent, how it ends. */
  record Sequence(
      String name,
      UnaryOperator<ScriptedDialogue> setUp,
      String path,
      String sent,
      CurlCode code,
      boolean reusable) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Sequence ok(
      String name, String path, String sent, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(name, setUp, path, LOGIN + " | " + sent, CurlCode.OK, true);
  }

  private static Sequence kept(
      String name, String path, String sent, CurlCode code, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(name, setUp, path, LOGIN + " | " + sent, code, true);
  }

  private static Sequence broken(
      String name, String path, String sent, CurlCode code, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(name, setUp, path, sent, code, false);
  }

  private static UnaryOperator<ScriptedDialogue> plain() {
    return dialogue -> dialogue;
  }

  private static UnaryOperator<ScriptedDialogue> on(String command, String... replies) {
    return dialogue -> dialogue.on(command, replies);
  }

  static Stream<Sequence> downloads() {
    return Stream.of(
        ok("retr", "/a/b/f", "CWD a | CWD b | " + FETCH, plain()),
        ok("empty parts", "/a///b/f", "CWD a | CWD b | " + FETCH, plain()),
        ok("from the root", "//f", "CWD / | " + FETCH, plain()),
        ok("from the root, encoded", "/%2ff", "CWD / | " + FETCH, plain()),
        ok("encoded", "/a%20b/%41", "CWD a b | EPSV | TYPE I | SIZE A | RETR A", plain()),
        ok(
            "single cwd",
            "/a/b/f",
            "CWD a/b | " + FETCH,
            d -> d.set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD)),
        ok(
            "single cwd to the root",
            "//f",
            "CWD / | " + FETCH,
            d -> d.set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_SINGLECWD)),
        ok(
            "no cwd",
            "/a/b/f",
            "EPSV | TYPE I | SIZE a/b/f | RETR a/b/f",
            d -> d.set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD)),
        ok(
            "no cwd, list",
            "/a/b/",
            "EPSV | TYPE A | LIST a/b",
            d -> d.set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD)),
        ok("list", "/a/", "CWD a | EPSV | TYPE A | LIST", plain()),
        ok("list the entry", "/", "EPSV | TYPE A | LIST", plain()),
        ok(
            "nlst beside a file",
            "/a/f",
            "CWD a | EPSV | TYPE A | NLST",
            d -> d.set(CurlOpt.DIRLISTONLY, 1L)),
        ok(
            "custom list",
            "/a/",
            "CWD a | EPSV | TYPE A | MLSD",
            d -> d.set(CurlOpt.CUSTOMREQUEST, "MLSD")),
        ok("nothing to list", "/", "EPSV | TYPE A | LIST", on("LIST", "450 none")),
        ok("ascii", "/f", "EPSV | TYPE A | RETR f", d -> d.set(CurlOpt.TRANSFERTEXT, 1L)),
        ok("type a", "/f;type=a", "EPSV | TYPE A | RETR f", plain()),
        ok("type d", "/f;type=D", "EPSV | TYPE A | NLST", plain()),
        ok("type i", "/f;type=i", FETCH, d -> d.set(CurlOpt.TRANSFERTEXT, 1L)),
        ok(
            "no size asked for",
            "/f",
            "EPSV | TYPE I | RETR f",
            d -> d.set(CurlOpt.IGNORE_CONTENT_LENGTH, 1L)),
        ok("SIZE unknown", "/f", FETCH, on("SIZE", "500 what")),
        ok("SIZE garbage", "/f", FETCH, on("SIZE", "213 abc")),
        ok("text before the size", "/f", FETCH, on("SIZE", "213 the size is 10")),
        ok("PASV", "/f", "PASV | TYPE I | SIZE f | RETR f", d -> d.set(CurlOpt.FTP_USE_EPSV, 0L)),
        ok("EPSV refused", "/f", "EPSV | PASV | TYPE I | SIZE f | RETR f", on("EPSV", "500 what")),
        ok(
            "EPSV answered like PASV",
            "/f",
            "EPSV | PASV | TYPE I | SIZE f | RETR f",
            on("EPSV", "227 (127,0,0,1,0,1)")),
        ok(
            "EPSV port dead",
            "/f",
            "EPSV | PASV | TYPE I | SIZE f | RETR f",
            d -> d.dataAnswers(CurlCode.COULDNT_CONNECT)),
        ok("PRET", "/f", "PRET RETR f | " + FETCH, d -> d.set(CurlOpt.FTP_USE_PRET, 1L)),
        ok(
            "PRET for a listing",
            "/a/",
            "CWD a | PRET NLST | EPSV | TYPE A | NLST",
            d -> d.set(CurlOpt.FTP_USE_PRET, 1L).set(CurlOpt.DIRLISTONLY, 1L)),
        ok(
            "new enough",
            "/f",
            "MDTM f | " + FETCH,
            d -> d.set(CurlOpt.TIMECONDITION, 1L).set(CurlOpt.TIMEVALUE_LARGE, 1546300800L)),
        ok("MDTM refused", "/f", "MDTM f | " + FETCH, fileTime("550 no")),
        ok("MDTM unknown", "/f", "MDTM f | " + FETCH, fileTime("500 no")));
  }

  private static UnaryOperator<ScriptedDialogue> fileTime(String reply) {
    return dialogue -> dialogue.set(CurlOpt.FILETIME, 1L).on("MDTM", reply);
  }

  static Stream<Sequence> failedDownloads() {
    String both = "EPSV | PASV";
    return Stream.of(
        kept("no such size", "/f", "EPSV | TYPE I | SIZE f", missing(), on("SIZE", "550 no")),
        kept("no such file", "/f", FETCH, missing(), on("RETR", "550 no")),
        kept("busy", "/f", FETCH, CurlCode.FTP_COULDNT_RETR_FILE, on("RETR", "450 no")),
        kept("no data channel", "/f", FETCH, CurlCode.FTP_COULDNT_RETR_FILE, on("RETR", "425 no")),
        kept("226 without 150", "/f", FETCH, CurlCode.FTP_COULDNT_RETR_FILE, on("RETR", "226 ok")),
        kept(
            "no such listing",
            "/",
            "EPSV | TYPE A | NLST",
            CurlCode.FTP_COULDNT_RETR_FILE,
            d -> d.set(CurlOpt.DIRLISTONLY, 1L).on("NLST", "550 no")),
        kept("type", "/f", "EPSV | TYPE I", CurlCode.FTP_COULDNT_SET_TYPE, on("TYPE", "500 no")),
        kept("cwd", "/a/f", "CWD a", CurlCode.REMOTE_ACCESS_DENIED, on("CWD a", "550 no")),
        kept(
            "too large",
            "/f",
            "EPSV | TYPE I | SIZE f",
            CurlCode.FILESIZE_EXCEEDED,
            d -> d.set(CurlOpt.MAXFILESIZE_LARGE, 5L)),
        kept("EPSV garbage", "/f", "EPSV", weirdPassive(), on("EPSV", "229 hmm")),
        kept("EPSV port", "/f", "EPSV", weirdPassive(), on("EPSV", "229 (|||70000|)")),
        kept("EPSV not framed", "/f", "EPSV", weirdPassive(), on("EPSV", "229 (|||70")),
        kept(
            "neither",
            "/f",
            both,
            weirdPassive(),
            d -> d.on("EPSV", "500 no").on("PASV", "500 no")),
        broken(
            "227 without numbers",
            "/f",
            LOGIN + " | " + both,
            CurlCode.FTP_WEIRD_227_FORMAT,
            d -> d.on("EPSV", "500 no").on("PASV", "227 abc")),
        broken(
            "both ports dead",
            "/f",
            LOGIN + " | " + both,
            CurlCode.COULDNT_CONNECT,
            d -> d.dataAnswers(CurlCode.COULDNT_CONNECT, CurlCode.COULDNT_CONNECT)),
        broken(
            "PRET refused",
            "/f",
            LOGIN + " | PRET RETR f",
            CurlCode.FTP_PRET_FAILED,
            d -> d.set(CurlOpt.FTP_USE_PRET, 1L).on("PRET", "500 no")),
        broken("path with a line end", "/a%0ab", LOGIN, CurlCode.URL_MALFORMAT, plain()),
        broken("path too deep", "/" + "a/".repeat(1000), LOGIN, CurlCode.URL_MALFORMAT, plain()),
        broken(
            "421",
            "/f",
            LOGIN + " | EPSV | TYPE I",
            CurlCode.OPERATION_TIMEDOUT,
            on("TYPE", "421 bye")),
        broken("short", "/f", LOGIN + " | " + FETCH, CurlCode.PARTIAL_FILE, on("SIZE", "213 20")),
        broken(
            "shorter than the 150 says",
            "/f",
            LOGIN + " | " + FETCH,
            CurlCode.PARTIAL_FILE,
            d -> d.on("SIZE", "500 no").on("RETR", "150 f (12 bytes)")),
        kept("426 at the end", "/f", FETCH, CurlCode.PARTIAL_FILE, on("final", "426 no")),
        broken(
            "421 at the end",
            "/f",
            LOGIN + " | " + FETCH,
            CurlCode.OPERATION_TIMEDOUT,
            on("final", "421 no")));
  }

  private static CurlCode missing() {
    return CurlCode.REMOTE_FILE_NOT_FOUND;
  }

  private static CurlCode weirdPassive() {
    return CurlCode.FTP_WEIRD_PASV_REPLY;
  }

  static Stream<Sequence> ranges() {
    String size = "EPSV | TYPE I | SIZE f";
    return Stream.of(
        new Sequence("X-Y", range("2-4"), "/f", range(2), CurlCode.OK, false),
        new Sequence(
            "0-Y",
            range("0-3"),
            "/f",
            LOGIN + " | " + size + " | RETR f | ABOR",
            CurlCode.OK,
            false),
        new Sequence("-N", range("-3"), "/f", range(7), CurlCode.OK, false),
        new Sequence("X-Y beyond the end", range("5-50"), "/f", range(5), CurlCode.OK, false),
        ok("X-", "/f", size + " | REST 4 | RETR f", range("4-")),
        kept("-0", "/f", "EPSV", CurlCode.RANGE_ERROR, range("-0")),
        kept("X above Y", "/f", "EPSV", CurlCode.RANGE_ERROR, range("5-2")),
        kept("no range", "/f", "EPSV", CurlCode.RANGE_ERROR, range("abc")),
        new Sequence(
            "X at the end",
            range("10-12"),
            "/f",
            LOGIN + " | " + size + " | ABOR",
            CurlCode.OK,
            false),
        calledOff("size", size, CurlCode.REMOTE_FILE_NOT_FOUND, on("SIZE", "550 no")),
        calledOff("file", size + " | RETR f", CurlCode.FTP_COULDNT_RETR_FILE, on("RETR", "450 no")),
        calledOff("type", "EPSV | TYPE I", CurlCode.FTP_COULDNT_SET_TYPE, on("TYPE", "500 no")),
        kept(
            "refused directory",
            "/a/f",
            "CWD a",
            CurlCode.REMOTE_ACCESS_DENIED,
            d -> range("0-3").apply(d).on("CWD", "550 no")),
        ok("resume", "/f", size + " | REST 4 | RETR f", resume(4)),
        ok("resume at the end", "/f", size, resume(10)),
        kept("resume beyond", "/f", size, CurlCode.BAD_DOWNLOAD_RESUME, resume(11)),
        broken(
            "REST refused",
            "/f",
            LOGIN + " | " + size + " | REST 4",
            CurlCode.FTP_COULDNT_USE_REST,
            d -> d.set(CurlOpt.RESUME_FROM_LARGE, 4L).on("REST", "500 no")),
        ok(
            "resume, size unknown",
            "/f",
            size + " | REST 4 | RETR f",
            d -> d.set(CurlOpt.RESUME_FROM_LARGE, 4L).on("SIZE", "500 no")),
        new Sequence(
            "of a listing",
            range("0-3"),
            "/",
            LOGIN + " | EPSV | TYPE A | LIST | ABOR",
            CurlCode.OK,
            false));
  }

  /** Where a part was asked for over a data channel, it is called off, and with it all else. */
  private static Sequence calledOff(
      String what, String sent, CurlCode code, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(
        "refused " + what,
        d -> setUp.apply(range("0-3").apply(d)),
        "/f",
        LOGIN + " | " + sent + " | ABOR",
        code,
        false);
  }

  private static String range(int from) {
    return LOGIN + " | EPSV | TYPE I | SIZE f | REST " + from + " | RETR f | ABOR";
  }

  private static UnaryOperator<ScriptedDialogue> range(String text) {
    return dialogue -> {
      long from = text.charAt(0) == '-' ? 7 : Character.digit(text.charAt(0), 10);
      return dialogue.set(CurlOpt.RANGE, text).on("REST", "350 from " + from);
    };
  }

  private static UnaryOperator<ScriptedDialogue> resume(long from) {
    return dialogue -> dialogue.set(CurlOpt.RESUME_FROM_LARGE, from);
  }

  static Stream<Sequence> logins() {
    String rest = " | PWD | " + FETCH;
    return Stream.of(
        login("named", "USER me | PASS secret" + rest, d -> d.login("me", "secret")),
        login("no password", "USER me | PASS " + rest, d -> d.login("me", null)),
        login("230 to USER", "USER anonymous" + rest, on("USER", "230 in")),
        login("230 as greeting", "PWD | " + FETCH, d -> d.greeting("230 in")),
        login(
            "account",
            "USER anonymous | PASS ftp@example.com | ACCT acc" + rest,
            d -> d.set(CurlOpt.FTP_ACCOUNT, "acc").on("PASS", "332 a").on("ACCT", "230 in")),
        login(
            "alternative",
            "USER anonymous | SITE X" + rest,
            alternative().andThen(d -> d.on("SITE X", "230 in"))::apply),
        login(
            "alternative wants a password",
            "USER anonymous | SITE X | PASS ftp@example.com" + rest,
            alternative().andThen(d -> d.on("SITE X", "331 pw"))::apply),
        login(
            "SYST",
            LOGIN + " | SYST | " + FETCH,
            d -> d.on("PWD", "257 \"home\"").on("SYST", "215 UNIX x")),
        login(
            "OS/400",
            LOGIN + " | SYST | SITE NAMEFMT 1 | PWD | " + FETCH,
            d -> d.on("PWD", "257 \"Q\"").on("SYST", "215  OS/400 is").on("SITE", "250 ok")),
        login("PWD refused", LOGIN + " | " + FETCH, on("PWD", "550 no")),
        login("PWD without quotes", LOGIN + " | " + FETCH, on("PWD", "257 /home")),
        login("PWD empty", LOGIN + " | " + FETCH, on("PWD", "257 \"\"")),
        refused("greeting 120", "", CurlCode.WEIRD_SERVER_REPLY, d -> d.greeting("120 soon")),
        refused("greeting 421", "", CurlCode.OPERATION_TIMEDOUT, d -> d.greeting("421 full")),
        refused("USER", "USER anonymous", denied(), on("USER", "530 no")),
        refused("PASS", "USER anonymous | PASS ftp@example.com", denied(), on("PASS", "530 no")),
        refused(
            "no account",
            "USER anonymous | PASS ftp@example.com",
            denied(),
            on("PASS", "332 acct")),
        refused(
            "account with a line end",
            "USER anonymous | PASS ftp@example.com",
            CurlCode.BAD_FUNCTION_ARGUMENT,
            d -> d.on("PASS", "332 acct").set(CurlOpt.FTP_ACCOUNT, "a\r\nDELE x")),
        refused(
            "ACCT",
            "USER anonymous | PASS ftp@example.com | ACCT a",
            CurlCode.FTP_WEIRD_PASS_REPLY,
            d -> d.on("PASS", "332 acct").set(CurlOpt.FTP_ACCOUNT, "a").on("ACCT", "530 no")),
        refused(
            "alternative",
            "USER anonymous | SITE X",
            denied(),
            alternative().andThen(d -> d.on("SITE X", "530 no"))::apply),
        refused("PWD quote open", LOGIN, CurlCode.WEIRD_SERVER_REPLY, on("PWD", "257 \"abc")),
        refused(
            "PWD too long",
            LOGIN,
            CurlCode.TOO_LARGE,
            on("PWD", "257 \"/" + "a".repeat(999) + "\"")));
  }

  private static Sequence login(String name, String sent, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(name, setUp, "/f", sent, CurlCode.OK, true);
  }

  private static Sequence refused(
      String name, String sent, CurlCode code, UnaryOperator<ScriptedDialogue> setUp) {
    return new Sequence(name, setUp, "/f", sent, code, false);
  }

  private static CurlCode denied() {
    return CurlCode.LOGIN_DENIED;
  }

  private static UnaryOperator<ScriptedDialogue> alternative() {
    return d -> d.set(CurlOpt.FTP_ALTERNATIVE_TO_USER, "SITE X").on("USER", "530 no");
  }

  static Stream<Sequence> tls() {
    String user = " | USER anonymous | PASS ftp@example.com";
    String prot = " | PBSZ 0 | PROT P | PWD | " + FETCH;
    return Stream.of(
        secure("SSL first", 1, "AUTH SSL" + user + prot, plain()),
        secure(
            "TLS first",
            1,
            "AUTH TLS" + user + prot,
            d -> d.set(CurlOpt.FTPSSLAUTH, CurlSymbols.CURLFTPAUTH_TLS)),
        secure("SSL refused", 3, "AUTH SSL | AUTH TLS" + user + prot, on("AUTH SSL", "500 no")),
        secure("334 is yes", 3, "AUTH SSL" + user + prot, on("AUTH SSL", "334 go")),
        secure(
            "tried in vain",
            1,
            "AUTH SSL | AUTH TLS | " + LOGIN + " | " + FETCH,
            on("AUTH", "500 n")),
        secure(
            "control only", 2, "AUTH SSL" + user + " | PBSZ 0 | PROT C | PWD | " + FETCH, plain()),
        secure("PROT refused, tried", 1, "AUTH SSL" + user + prot, on("PROT", "500 no")),
        secure(
            "CCC",
            3,
            "AUTH SSL" + user + " | PBSZ 0 | PROT P | CCC | PWD | " + FETCH,
            d -> d.set(CurlOpt.FTP_SSL_CCC, CurlSymbols.CURLFTPSSL_CCC_PASSIVE)),
        secure(
            "CCC refused",
            3,
            "AUTH SSL" + user + " | PBSZ 0 | PROT P | CCC | PWD | " + FETCH,
            d -> d.set(CurlOpt.FTP_SSL_CCC, 1L).on("CCC", "533 no")),
        unsecure("both refused", 2, "AUTH SSL | AUTH TLS", needed(), on("AUTH", "500 no")),
        unsecure("both refused, all", 3, "AUTH SSL | AUTH TLS", needed(), on("AUTH", "500 no")),
        unsecure(
            "PROT refused, all",
            3,
            "AUTH SSL" + user + " | PBSZ 0 | PROT P",
            needed(),
            on("PROT", "500 no")),
        unsecure(
            "more than a reply to AUTH",
            1,
            "AUTH SSL",
            CurlCode.WEIRD_SERVER_REPLY,
            on("AUTH", "234 go+")),
        unsecure(
            "handshake",
            1,
            "AUTH SSL",
            CurlCode.SSL_CONNECT_ERROR,
            d -> d.tlsAnswer(CurlCode.SSL_CONNECT_ERROR)),
        unsecure(
            "unknown FTPSSLAUTH",
            1,
            "",
            CurlCode.UNKNOWN_OPTION,
            d -> d.set(CurlOpt.FTPSSLAUTH, 7L)));
  }

  private static CurlCode needed() {
    return CurlCode.USE_SSL_FAILED;
  }

  private static Sequence secure(
      String name, long level, String sent, UnaryOperator<ScriptedDialogue> setUp) {
    return login(name, sent, d -> setUp.apply(d.set(CurlOpt.USE_SSL, level)));
  }

  private static Sequence unsecure(
      String name, long level, String sent, CurlCode code, UnaryOperator<ScriptedDialogue> setUp) {
    return refused(name, sent, code, d -> setUp.apply(d.set(CurlOpt.USE_SSL, level)));
  }

  static Stream<Sequence> uploads() {
    return Stream.of(
        up("stor", "/a/f", "CWD a | EPSV | TYPE I | STOR f", plain()),
        up("appe", "/f", "EPSV | TYPE I | APPE f", d -> d.set(CurlOpt.APPEND, 1L)),
        up("ascii", "/f", "EPSV | TYPE A | STOR f", d -> d.set(CurlOpt.TRANSFERTEXT, 1L)),
        up("pret", "/f", "PRET STOR f | EPSV | TYPE I | STOR f", d -> pret(d)),
        up("resume", "/f", "EPSV | TYPE I | APPE f", resume(4)),
        up("resume where it ends", "/f", "EPSV | TYPE I | SIZE f | APPE f", resume(-1)),
        up(
            "resume, size unknown",
            "/f",
            "EPSV | TYPE I | SIZE f | STOR f",
            d -> d.set(CurlOpt.RESUME_FROM_LARGE, -1L).on("SIZE", "550 no")),
        up(
            "resume at the end",
            "/f",
            "EPSV | TYPE I",
            d -> d.set(CurlOpt.RESUME_FROM_LARGE, 16L).set(CurlOpt.INFILESIZE_LARGE, 16L)),
        upload(
            kept(
                "refused",
                "/f",
                "EPSV | TYPE I | STOR f",
                CurlCode.UPLOAD_FAILED,
                on("STOR", "550 no"))),
        upload(
            kept(
                "disk full",
                "/f",
                "EPSV | TYPE I | STOR f",
                CurlCode.REMOTE_DISK_FULL,
                on("final", "552 full"))),
        upload(
            kept(
                "not confirmed",
                "/f",
                "EPSV | TYPE I | STOR f",
                CurlCode.PARTIAL_FILE,
                on("final", "451 no"))),
        upload(broken("no name", "/a/", LOGIN, CurlCode.URL_MALFORMAT, plain())),
        upload(
            broken(
                "cannot seek",
                "/f",
                LOGIN + " | EPSV | TYPE I",
                CurlCode.FTP_COULDNT_USE_REST,
                d ->
                    d.set(CurlOpt.RESUME_FROM_LARGE, 4L)
                        .skipAnswer(CurlCode.FTP_COULDNT_USE_REST))));
  }

  private static ScriptedDialogue pret(ScriptedDialogue dialogue) {
    return dialogue.set(CurlOpt.FTP_USE_PRET, 1L);
  }

  private static Sequence up(
      String name, String path, String sent, UnaryOperator<ScriptedDialogue> setUp) {
    return upload(ok(name, path, sent, setUp));
  }

  private static Sequence upload(Sequence sequence) {
    return new Sequence(
        sequence.name(),
        dialogue -> sequence.setUp().apply(dialogue.kind(RequestKind.PUT)),
        sequence.path(),
        sequence.sent(),
        sequence.code(),
        sequence.reusable());
  }

  static Stream<Sequence> quotes() {
    UnaryOperator<ScriptedDialogue> all =
        d ->
            d.set(CurlOpt.QUOTE, List.of("NOOP"))
                .set(CurlOpt.PREQUOTE, List.of("SITE y"))
                .set(CurlOpt.POSTQUOTE, List.of("DELE x"));
    return Stream.of(
        ok(
            "all three",
            "/a/f",
            "NOOP | CWD a | EPSV | TYPE I | SITE y | SIZE f | RETR f | DELE x",
            all),
        ok("a listing", "/a/", "NOOP | CWD a | EPSV | TYPE A | SITE y | LIST | DELE x", all),
        ok(
            "names beside a file, with PREQUOTE",
            "/f",
            "EPSV | TYPE I | SITE y | SIZE f | RETR f",
            d -> d.set(CurlOpt.DIRLISTONLY, 1L).set(CurlOpt.PREQUOTE, List.of("SITE y"))),
        ok(
            "no body",
            "/f",
            "NOOP | TYPE I | SIZE f | REST 0 | SITE y | DELE x",
            d -> all.apply(d.kind(RequestKind.HEAD))),
        ok("may fail", "/f", "BAD | " + FETCH, d -> d.set(CurlOpt.QUOTE, List.of("*BAD"))),
        broken(
            "fails",
            "/f",
            LOGIN + " | BAD",
            CurlCode.QUOTE_ERROR,
            d -> d.set(CurlOpt.QUOTE, List.of("BAD", "NOOP"))),
        broken(
            "fails before the transfer",
            "/f",
            LOGIN + " | EPSV | TYPE I | BAD",
            CurlCode.QUOTE_ERROR,
            d -> d.set(CurlOpt.PREQUOTE, List.of("BAD"))),
        kept(
            "fails after the transfer",
            "/f",
            FETCH + " | BAD",
            CurlCode.QUOTE_ERROR,
            d -> d.set(CurlOpt.POSTQUOTE, List.of("BAD"))),
        kept(
            "not after a failure",
            "/f",
            FETCH,
            missing(),
            d -> d.set(CurlOpt.POSTQUOTE, List.of("NOOP")).on("RETR", "550 no")));
  }

  static Stream<Sequence> active() {
    UnaryOperator<ScriptedDialogue> on = d -> d.set(CurlOpt.FTPPORT, "-");
    String eprt = "EPRT |1|127.0.0.1|4001|";
    String port = "PORT 127,0,0,1,15,161";
    String rest = " | TYPE I | SIZE f | RETR f";
    return Stream.of(
        ok("EPRT", "/f", eprt + rest, on),
        ok("PORT", "/f", port + rest, d -> on.apply(d).set(CurlOpt.FTP_USE_EPRT, 0L)),
        ok("EPRT refused", "/f", eprt + " | " + port + rest, d -> on.apply(d).on("EPRT", "500 n")),
        ok(
            "IPv6",
            "/f",
            "EPRT |2|::1|4001|" + rest,
            d -> on.apply(d).set(CurlOpt.FTP_USE_EPRT, 0L).listeningAt("::1", 4001)),
        ok("no PRET", "/f", eprt + rest, d -> on.apply(d).set(CurlOpt.FTP_USE_PRET, 1L)),
        ok("no body", "/f", "TYPE I | SIZE f | REST 0", d -> on.apply(d.kind(RequestKind.HEAD))),
        up("upload", "/f", eprt + " | TYPE I | STOR f", on),
        kept(
            "both refused",
            "/f",
            eprt + " | " + port,
            CurlCode.FTP_PORT_FAILED,
            d -> on.apply(d).on("EPRT", "500 no").on("PORT", "500 no")),
        kept(
            "no PORT over IPv6",
            "/f",
            "EPRT |2|::1|4001|",
            CurlCode.FTP_PORT_FAILED,
            d -> on.apply(d).listeningAt("::1", 4001).on("EPRT", "500 no")),
        kept(
            "the server cannot connect",
            "/f",
            eprt + rest,
            CurlCode.FTP_ACCEPT_FAILED,
            d -> on.apply(d).on("instead", "425 no")),
        broken(
            "the server says something else",
            "/f",
            LOGIN + " | " + eprt + rest,
            CurlCode.WEIRD_SERVER_REPLY,
            d -> on.apply(d).on("instead", "150 once more")));
  }

  static Stream<Sequence> directories() {
    UnaryOperator<ScriptedDialogue> make = d -> d.set(CurlOpt.FTP_CREATE_MISSING_DIRS, 1L);
    UnaryOperator<ScriptedDialogue> retry = d -> d.set(CurlOpt.FTP_CREATE_MISSING_DIRS, 2L);
    return Stream.of(
        ok(
            "made on the way",
            "/a/b/f",
            "CWD a | MKD a | CWD a | CWD b | MKD b | CWD b | " + FETCH,
            d -> make.apply(d.on("CWD a", "550 no", "250 ok").on("CWD b", "550 no", "250 ok"))),
        ok(
            "made by somebody else",
            "/a/f",
            "CWD a | MKD a | CWD a | " + FETCH,
            d -> retry.apply(d.on("CWD a", "550 no", "250 ok").on("MKD", "550 there"))),
        kept(
            "cannot be made",
            "/a/f",
            "CWD a | MKD a",
            CurlCode.REMOTE_ACCESS_DENIED,
            d -> make.apply(d.on("CWD a", "550 no").on("MKD", "550 no"))),
        kept(
            "made in vain",
            "/a/f",
            "CWD a | MKD a | CWD a",
            CurlCode.REMOTE_ACCESS_DENIED,
            d -> make.apply(d.on("CWD a", "550 no"))));
  }

  @ParameterizedTest
  @MethodSource({
    "downloads",
    "failedDownloads",
    "ranges",
    "logins",
    "tls",
    "uploads",
    "quotes",
    "directories",
    "active"
  })
  void sendsWhatLibcurlSends(Sequence sequence) {
    ScriptedDialogue dialogue = sequence.setUp().apply(new ScriptedDialogue());
    dialogue.get(sequence.path());
    assertEquals(sequence.sent(), dialogue.sent());
    assertEquals(sequence.code(), dialogue.code());
    assertEquals(sequence.reusable(), dialogue.reusable());
  }

  @Test
  void secondRequestGoesOnWhereTheFirstLeftOff() {
    ScriptedDialogue dialogue = new ScriptedDialogue().get("/a/f");
    assertEquals("EPSV | SIZE g | RETR g", dialogue.get("/a/g").sent());
    assertEquals("CWD /home | CWD b | EPSV | SIZE f | RETR f", dialogue.get("/b/f").sent());
    assertEquals("CWD / | EPSV | SIZE f | RETR f", dialogue.get("//f").sent());
    assertEquals("CWD /home | EPSV | TYPE A | LIST", dialogue.get("/").sent());
    assertEquals("EPSV | TYPE I | SIZE f | RETR f", dialogue.get("/f").sent());
  }

  @Test
  void absolutePathWithoutCwdLeavesTheDirectoryAlone() {
    ScriptedDialogue dialogue = new ScriptedDialogue().get("/a/f");
    dialogue.set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD);
    assertEquals("EPSV | SIZE /b/f | RETR /b/f", dialogue.get("//b/f").sent());
    assertEquals("CWD /home | EPSV | SIZE b/f | RETR b/f", dialogue.get("/b/f").sent());
  }

  @Test
  void firstAbsolutePathWithoutCwdLeavesTheDirectoryUnknown() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue()
            .set(CurlOpt.FTP_FILEMETHOD, CurlSymbols.CURLFTPMETHOD_NOCWD)
            .get("//a/f");
    assertEquals("CWD /home | EPSV | SIZE a/f | RETR a/f", dialogue.get("/a/f").sent());
    assertEquals("EPSV | SIZE f | RETR f", dialogue.get("/f").sent());
  }

  @Test
  void directoryIsUnknownAfterARefusal() {
    ScriptedDialogue dialogue = new ScriptedDialogue().on("CWD b", "550 no").get("/a/f");
    assertEquals("CWD /home | CWD b", dialogue.get("/b/f").sent());
    assertEquals("CWD /home | CWD a | EPSV | SIZE f | RETR f", dialogue.get("/a/f").sent());
  }

  @Test
  void entryPathWithQuotes() {
    ScriptedDialogue dialogue = new ScriptedDialogue().on("PWD", "257 \"/a\"\"b\" x").get("/f");
    assertEquals("/a\"b", dialogue.only(FtpAction.EntryPath.class).path());
    assertEquals("CWD /a\"b | CWD b | EPSV | SIZE f | RETR f", dialogue.get("/b/f").sent());
  }

  @Test
  void refusedEpsvIsNotTriedAgain() {
    ScriptedDialogue dialogue = new ScriptedDialogue().on("EPSV", "500 no").get("/f");
    assertEquals("PASV | SIZE f | RETR f", dialogue.get("/f").sent());
  }

  @Test
  void ipv6KnowsNothingButEpsv() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue(false, true).set(CurlOpt.FTP_USE_EPSV, 0L).on("EPSV", "500 no");
    assertEquals(LOGIN + " | EPSV", dialogue.get("/f").sent());
    assertEquals(CurlCode.WEIRD_SERVER_REPLY, dialogue.code());
  }

  @Test
  void passivePortGoesToThePeerUnlessToldOtherwise() {
    ScriptedDialogue dialogue = new ScriptedDialogue().set(CurlOpt.FTP_USE_EPSV, 0L).get("/f");
    assertEquals(
        new FtpAction.OpenData(null, 4001, false), dialogue.only(FtpAction.OpenData.class));
    dialogue.set(CurlOpt.FTP_SKIP_PASV_IP, 0L).get("/f");
    assertEquals(
        new FtpAction.OpenData("10.0.0.9", 4001, false), dialogue.only(FtpAction.OpenData.class));
  }

  @ParameterizedTest
  @MethodSource("passiveTexts")
  void portIsFoundAnywhere(String reply, int port) {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().set(CurlOpt.FTP_USE_EPSV, 0L).on("PASV", reply).get("/f");
    assertEquals(port, dialogue.only(FtpAction.OpenData.class).port());
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> passiveTexts() {
    return Stream.of(
        org.junit.jupiter.params.provider.Arguments.of("227 (1,2,3,4,1,2)", 258),
        org.junit.jupiter.params.provider.Arguments.of("227 listening to 1,2,3,4,0,21", 21),
        org.junit.jupiter.params.provider.Arguments.of("227 x=1,2 y. 1,2,3,4,255,255.", 65535),
        org.junit.jupiter.params.provider.Arguments.of("227 (300,0,0,1,4,51)", 1075));
  }

  @ParameterizedTest
  @CsvSource({
    "-, , 0, 0",
    "eth0, eth0, 0, 0",
    "192.0.2.1, 192.0.2.1, 0, 0",
    "192.0.2.1:4000, 192.0.2.1, 4000, 4000",
    "host:4000-4010, host, 4000, 4010",
    ":4000-4010, , 4000, 4010",
    ":4010-4000, , 0, 0",
    ":4000-, , 4000, 4000",
    ":-4711, , 0, 0",
    ":70000, , 0, 0",
    "[::1]:4000-4001, ::1, 4000, 4001",
    "[::1], ::1, 0, 0",
    "::1, ::1, 0, 0",
    "[::1, , 0, 0"
  })
  void activePlaces(String text, String host, int first, int last) {
    assertEquals(new ActivePlace(host, first, last, true), ActivePlace.parse(text, true));
  }

  private static ScriptedDialogue ahead() {
    return new ScriptedDialogue().set(FtpOpt.EPSV_AHEAD, 1L).set(CurlOpt.IGNORE_CONTENT_LENGTH, 1L);
  }

  @Test
  void portAskedForAheadIsUsed() {
    ScriptedDialogue dialogue = ahead().get("/f");
    assertEquals(LOGIN + " | EPSV | TYPE I | RETR f | EPSV", dialogue.sent());
    dialogue.on("EPSV", "229 ok (|||4002|)");
    assertEquals("RETR g | EPSV", dialogue.get("/g").sent());
    assertEquals(4001, dialogue.only(FtpAction.OpenData.class).port());
    assertEquals("CWD /home | CWD a | RETR g | EPSV", dialogue.get("/a/g").sent());
    assertEquals(4002, dialogue.only(FtpAction.OpenData.class).port());
    assertEquals("TYPE A | LIST", dialogue.get("/a/").sent());
    assertEquals("EPSV | TYPE I | RETR f | EPSV", dialogue.get("/a/f").sent());
  }

  @Test
  void portAskedForAheadIsGone() {
    ScriptedDialogue dialogue = ahead().get("/f").dataAnswers(CurlCode.COULDNT_CONNECT);
    assertEquals("EPSV | RETR g | EPSV", dialogue.get("/g").sent());
    assertEquals(CurlCode.OK, dialogue.code());
    dialogue.dataAnswers(CurlCode.COULDNT_CONNECT, CurlCode.COULDNT_CONNECT);
    assertEquals("EPSV | PASV | RETR g", dialogue.get("/g").sent());
    assertEquals("PASV | RETR g", dialogue.get("/g").sent());
  }

  @Test
  void portAskedForAheadIsRefused() {
    ScriptedDialogue dialogue = ahead().on("EPSV", "229 ok (|||4001|)", "500 no").get("/f");
    assertEquals("PASV | RETR g", dialogue.get("/g").sent());
    assertEquals(CurlCode.OK, dialogue.code());
  }

  @Test
  void portAskedForAheadIsNotNeeded() {
    ScriptedDialogue dialogue = ahead().get("/f").set(CurlOpt.FTPPORT, "-");
    assertEquals("EPRT |1|127.0.0.1|4001| | RETR g", dialogue.get("/g").sent());
    dialogue.set(CurlOpt.FTPPORT, null).get("/f").set(CurlOpt.FTP_USE_EPSV, 0L);
    assertEquals("PASV | RETR g", dialogue.get("/g").sent());
    assertEquals("PASV | RETR g", dialogue.get("/g").sent());
  }

  @Test
  void portAskedForAheadOutlivesAMissingFile() {
    ScriptedDialogue dialogue = ahead().on("RETR f", "550 no").get("/f");
    assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, dialogue.code());
    assertEquals("RETR g | EPSV", dialogue.get("/g").sent());
    dialogue.set(CurlOpt.POSTQUOTE, List.of("NOOP"));
    assertEquals("RETR g | EPSV | NOOP", dialogue.get("/g").sent());
    assertEquals("RETR g | EPSV | NOOP", dialogue.get("/g").sent());
  }

  @Test
  void onlyThePortMayComeLate() {
    FtpMachine machine = new FtpMachine(new FtpSession(false, false));
    assertFalse(machine.lateReply(new FtpReply(229, "229 ok (|||4001|)", false)));
  }

  @Test
  void refusedEprtIsNotTriedAgain() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().set(CurlOpt.FTPPORT, "-").on("EPRT", "500 no").get("/f");
    assertEquals("PORT 127,0,0,1,15,161 | SIZE f | RETR f", dialogue.get("/f").sent());
  }

  @Test
  void lastReplyAheadOfTheChannelCounts() {
    FtpSession session = new FtpSession(false, false);
    FtpMachine machine = new FtpMachine(session);
    ScriptedDialogue.upTo("RETR f", machine);
    machine.reply(new FtpReply(150, "150 go", false));
    assertFalse(machine.replyIsDue());
    assertTrue(machine.awaitsReply());
    assertEquals(List.of(), machine.reply(new FtpReply(226, "226 done", false)));
    assertEquals(List.of(), machine.dataConnected());
    assertEquals(List.of(new FtpAction.Finish(CurlCode.OK, null, true)), machine.dataEnded(10));
  }

  /** 421 counts as an idle server's farewell everywhere else. */
  @Test
  void serverThatClosesInsteadOfConnecting() {
    FtpMachine machine = new FtpMachine(new FtpSession(false, false));
    ScriptedDialogue.upTo("RETR f", machine);
    machine.reply(new FtpReply(150, "150 go", false));
    List<FtpAction> actions = machine.reply(new FtpReply(421, "421 no", false));
    FtpAction.Finish finish = (FtpAction.Finish) actions.get(0);
    assertEquals(CurlCode.FTP_ACCEPT_FAILED, finish.code());
    assertTrue(finish.reusable());
  }

  @Test
  void serverThatIsGoneInsteadOfConnecting() {
    FtpMachine machine = new FtpMachine(new FtpSession(false, false));
    ScriptedDialogue.upTo("RETR f", machine);
    machine.reply(new FtpReply(150, "150 go", false));
    List<FtpAction> actions = machine.broken(CurlCode.RECV_ERROR, "closed");
    FtpAction.Finish finish = (FtpAction.Finish) actions.get(0);
    assertEquals(CurlCode.WEIRD_SERVER_REPLY, finish.code());
    assertFalse(finish.reusable());
  }

  @Test
  void serverThatNeverConnects() {
    FtpMachine machine = new FtpMachine(new FtpSession(false, false));
    ScriptedDialogue.upTo("RETR f", machine);
    machine.reply(new FtpReply(150, "150 go", false));
    FtpAction.Finish end = (FtpAction.Finish) machine.acceptTimedOut().get(0);
    assertEquals(CurlCode.FTP_ACCEPT_TIMEOUT, end.code());
    assertFalse(end.reusable());
  }

  @Test
  void implicitTlsNeedsNoAuth() {
    ScriptedDialogue dialogue = new ScriptedDialogue(true, false).get("/f");
    assertEquals(
        "USER anonymous | PASS ftp@example.com | PBSZ 0 | PROT P | PWD | " + FETCH,
        dialogue.sent());
    assertTrue(dialogue.only(FtpAction.OpenData.class).tls());
  }

  @Test
  void dataIsClearWhereProtectionIsRefused() {
    ScriptedDialogue dialogue = new ScriptedDialogue(true, false).on("PROT", "500 no").get("/f");
    assertEquals(CurlCode.OK, dialogue.code());
    assertFalse(dialogue.only(FtpAction.OpenData.class).tls());
  }

  @Test
  void preAuthenticatedServerIsNotBelievedWhereTlsIsRequired() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().greeting("230 in").set(CurlOpt.USE_SSL, 3L).on("AUTH", "500 no");
    assertEquals("AUTH SSL | AUTH TLS", dialogue.get("/f").sent());
    assertEquals(CurlCode.USE_SSL_FAILED, dialogue.code());
  }

  @Test
  void clearingSaysFarewellToTlsOnlyIfActive() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue(true, false)
            .set(CurlOpt.FTP_SSL_CCC, CurlSymbols.CURLFTPSSL_CCC_ACTIVE)
            .get("/f");
    assertTrue(dialogue.only(FtpAction.StopTls.class).sendClose());
    assertTrue(dialogue.only(FtpAction.OpenData.class).tls());
  }

  @Test
  void factsOfAFileAreMadeIntoHeaders() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().kind(RequestKind.HEAD).set(CurlOpt.FILETIME, 1L).get("/a/f");
    assertEquals(LOGIN + " | CWD a | MDTM f | TYPE I | SIZE f | REST 0", dialogue.sent());
    assertEquals(
        List.of(
            "Last-Modified: Thu, 02 Jan 2020 03:04:05 GMT",
            "Content-Length: 10",
            "Accept-ranges: bytes"),
        dialogue.headers());
    assertEquals(1577934245L, dialogue.only(FtpAction.FileTime.class).seconds());
  }

  @Test
  void factsOfADirectoryAreThatItIsThere() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().kind(RequestKind.HEAD).set(CurlOpt.FILETIME, 1L).get("/a/");
    assertEquals(LOGIN + " | CWD a", dialogue.sent());
    assertEquals(CurlCode.OK, dialogue.code());
  }

  @Test
  void missingFileHasNoFacts() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue().kind(RequestKind.HEAD).on("SIZE", "550 no").get("/f");
    assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, dialogue.code());
    assertTrue(dialogue.reusable());
  }

  @Test
  void unmetConditionEndsTheRequest() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue()
            .set(CurlOpt.TIMECONDITION, CurlSymbols.CURL_TIMECOND_IFMODSINCE)
            .set(CurlOpt.TIMEVALUE_LARGE, 1577934245L)
            .get("/f");
    assertEquals(LOGIN + " | MDTM f", dialogue.sent());
    assertEquals(CurlCode.OK, dialogue.code());
    dialogue.only(FtpAction.ConditionUnmet.class);
    dialogue.set(CurlOpt.TIMEVALUE_LARGE, 1577934244L).get("/f");
    assertEquals("MDTM f | " + FETCH, dialogue.sent());
    dialogue.set(CurlOpt.TIMECONDITION, CurlSymbols.CURL_TIMECOND_IFUNMODSINCE).get("/f");
    assertEquals("MDTM f", dialogue.sent());
    dialogue.set(CurlOpt.TIMEVALUE_LARGE, 1577934245L).get("/f");
    assertEquals("MDTM f | EPSV | SIZE f | RETR f", dialogue.sent());
  }

  @Test
  void uploadResumeSkipsWhatIsThere() {
    ScriptedDialogue dialogue =
        new ScriptedDialogue()
            .kind(RequestKind.PUT)
            .set(CurlOpt.RESUME_FROM_LARGE, -1L)
            .set(CurlOpt.INFILESIZE_LARGE, 16L)
            .get("/f");
    assertEquals(10, dialogue.only(FtpAction.SkipBody.class).offset());
    assertEquals(6, dialogue.only(FtpAction.SendBody.class).size());
  }

  @Test
  void limitIsTheSmallerOfSizeAndRange() {
    ScriptedDialogue dialogue = new ScriptedDialogue().get("/f");
    assertEquals(10, dialogue.only(FtpAction.ReceiveBody.class).limit());
    assertEquals(
        3,
        new ScriptedDialogue()
            .set(CurlOpt.RANGE, "2-4")
            .get("/f")
            .only(FtpAction.ReceiveBody.class)
            .limit());
    assertEquals(
        -1,
        new ScriptedDialogue()
            .on("SIZE", "213 0")
            .get("/f")
            .only(FtpAction.ReceiveBody.class)
            .limit());
    assertEquals(
        5,
        new ScriptedDialogue()
            .on("SIZE", "500 no")
            .on("RETR", "150 opening (5 bytes)")
            .get("/f")
            .only(FtpAction.ReceiveBody.class)
            .limit());
  }

  @Test
  void farewellOnlyFromASaneConnection() {
    assertTrue(new ScriptedDialogue().get("/f").saysFarewell());
    assertTrue(new ScriptedDialogue().on("RETR", "550 no").get("/f").saysFarewell());
    assertTrue(new ScriptedDialogue().set(CurlOpt.RANGE, "0-1").get("/f").saysFarewell());
    assertFalse(new ScriptedDialogue().on("PASS", "530 no").get("/f").saysFarewell());
    assertFalse(new ScriptedDialogue().set(CurlOpt.QUOTE, List.of("BAD")).get("/f").saysFarewell());
    assertFalse(new ScriptedDialogue().on("SIZE", "213 20").get("/f").saysFarewell());
  }

  @Test
  void nothingHappensAfterTheEnd() {
    FtpSession session = new FtpSession(false, false);
    FtpMachine machine = new FtpMachine(session);
    machine.broken(CurlCode.RECV_ERROR, "gone");
    assertFalse(machine.awaitsReply());
    assertEquals(List.of(), machine.broken(CurlCode.RECV_ERROR, "gone"));
  }

  @Test
  void affinityTellsLoginsApart() {
    FtpLogin login = new FtpLogin("ab", "c", null, null, 0, 0, 0);
    assertEquals(login.affinity(), new FtpLogin("ab", "c", null, null, 0, 1, 0).affinity());
    Stream.of(
            new FtpLogin("a", "bc", null, null, 0, 0, 0),
            new FtpLogin("ab", "C", null, null, 0, 0, 0),
            new FtpLogin("ab", "c", "", null, 0, 0, 0),
            new FtpLogin("ab", "c", null, "x", 0, 0, 0),
            new FtpLogin("ab", "c", null, null, 3, 0, 0),
            new FtpLogin("ab", "c", null, null, 0, 0, 1))
        .forEach(other -> assertFalse(login.affinity().equals(other.affinity()), other.affinity()));
    assertFalse(login.toString().contains("c,"), login.toString());
  }
}
