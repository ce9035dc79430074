package io.nettycurl.ftp.control;

import io.nettycurl.CurlSymbols;
import io.nettycurl.ftp.option.FtpOpt;
import io.nettycurl.netty.spi.ByteRange;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Immutable. What one transfer asks of an FTP server, read from its options. All texts that become
 * part of a command have one character per byte.
 *
 * @param login who logs in
 * @param path where to; null if the URL's path cannot be one
 * @param kind what is to be done there
 * @param ascii whether the transfer is of TYPE A
 * @param namesOnly whether listings are NLST ones
 * @param command what replaces LIST or NLST; null for nothing
 * @param quote commands after the login
 * @param prequote commands before the transfer
 * @param postquote commands after a successful transfer
 * @param createDirectories how MKD follows a refused CWD: 0 not, 1 once, 2 even if MKD fails
 * @param fileTime whether to ask for the time of the last change
 * @param condition the time condition
 * @param range the part that is wanted; null if the option cannot be read
 * @param resume the offset that an upload goes on from; -1 to ask the server
 * @param append whether an upload goes to the end of the file
 * @param uploadSize how large an upload is; -1 if not known
 * @param crlf whether line ends of an upload become CRLF
 * @param maxFileSize the largest download; 0 for no bound
 * @param ignoreSize whether not to ask for the size
 * @param knownSize how large the download is, where a listing told; -1 to ask
 * @param passive how the data channel is opened from here
 * @param active where the server opens it to instead; null if it does not
 */
public record FtpRequest(
    FtpLogin login,
    FtpPath path,
    Kind kind,
    boolean ascii,
    boolean namesOnly,
    String command,
    List<String> quote,
    List<String> prequote,
    List<String> postquote,
    long createDirectories,
    boolean fileTime,
    TimeCondition condition,
    ByteRange range,
    long resume,
    boolean append,
    long uploadSize,
    boolean crlf,
    long maxFileSize,
    boolean ignoreSize,
    long knownSize,
    Passive passive,
    ActivePlace active) {

  /** What is to be done. */
  public enum Kind {
    /** Fetch a file or a listing. */
    DOWNLOAD,
    /** Store a file. */
    UPLOAD,
    /** Ask about it only. */
    INFO
  }

  /**
   * Immutable. When a file is worth a transfer.
   *
   * @param mode a {@code CURL_TIMECOND_*} value
   * @param seconds since 1970
   */
  public record TimeCondition(long mode, long seconds) {
    boolean asked() {
      return mode != CurlSymbols.CURL_TIMECOND_NONE;
    }

    boolean metBy(long fileTime) {
      if (fileTime <= 0 || seconds <= 0) {
        return true;
      }
      return mode == CurlSymbols.CURL_TIMECOND_IFUNMODSINCE
          ? fileTime <= seconds
          : fileTime > seconds;
    }
  }

  /**
   * Immutable. How the data channel is opened from here.
   *
   * @param epsv whether to try EPSV first
   * @param skipAddress whether the address in a 227 reply is ignored
   * @param pret whether PRET goes ahead
   * @param ahead whether the next transfer's EPSV is sent with this one
   */
  public record Passive(boolean epsv, boolean skipAddress, boolean pret, boolean ahead) {}

  private static final String ANONYMOUS = "anonymous";
  private static final String ANONYMOUS_PASSWORD = "ftp@example.com";

  /**
   * Reads a request.
   *
   * @param options the transfer's options
   * @param kind what the method options came to
   * @param target what it is about
   * @param login who logs in
   * @return the request
   */
  public static FtpRequest of(
      OptionValues options, RequestKind kind, FtpTarget target, FtpLogin login) {
    return new FtpRequest(
        login,
        target.path(options.number(CurlOpt.FTP_FILEMETHOD)),
        kindOf(options, kind),
        ascii(options, target.type()),
        options.on(CurlOpt.DIRLISTONLY) || target.type() == 'D',
        wire(options.get(CurlOpt.CUSTOMREQUEST)),
        commands(options.get(CurlOpt.QUOTE)),
        commands(options.get(CurlOpt.PREQUOTE)),
        commands(options.get(CurlOpt.POSTQUOTE)),
        options.number(CurlOpt.FTP_CREATE_MISSING_DIRS),
        options.on(CurlOpt.FILETIME),
        new TimeCondition(
            options.number(CurlOpt.TIMECONDITION), options.number(CurlOpt.TIMEVALUE_LARGE)),
        ByteRange.of(options),
        options.number(CurlOpt.RESUME_FROM_LARGE),
        options.on(CurlOpt.APPEND),
        options.number(CurlOpt.INFILESIZE_LARGE),
        options.on(CurlOpt.CRLF),
        options.number(CurlOpt.MAXFILESIZE_LARGE),
        options.on(CurlOpt.IGNORE_CONTENT_LENGTH),
        target.size(),
        new Passive(
            options.on(CurlOpt.FTP_USE_EPSV),
            options.on(CurlOpt.FTP_SKIP_PASV_IP),
            options.on(CurlOpt.FTP_USE_PRET),
            options.on(FtpOpt.EPSV_AHEAD)),
        activeOf(options));
  }

  private static ActivePlace activeOf(OptionValues options) {
    String text = options.get(CurlOpt.FTPPORT);
    return text == null ? null : ActivePlace.parse(text, options.on(CurlOpt.FTP_USE_EPRT));
  }

  /**
   * Reads who logs in; anonymous where nobody is named.
   *
   * @param options the transfer's options
   * @param user the name that holds for the URL; null if none
   * @param password the password that goes with it; null if none
   * @return the login
   */
  public static FtpLogin loginOf(OptionValues options, String user, String password) {
    boolean anonymous = user == null && password == null;
    return new FtpLogin(
        anonymous ? ANONYMOUS : orEmpty(wire(user)),
        anonymous ? ANONYMOUS_PASSWORD : orEmpty(wire(password)),
        wire(options.get(CurlOpt.FTP_ACCOUNT)),
        wire(options.get(CurlOpt.FTP_ALTERNATIVE_TO_USER)),
        options.number(CurlOpt.USE_SSL),
        options.number(CurlOpt.FTPSSLAUTH),
        options.number(CurlOpt.FTP_SSL_CCC));
  }

  /** Text as it goes over the wire: UTF-8, one character per byte. */
  private static String wire(String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static List<String> commands(List<String> texts) {
    return texts == null ? List.of() : texts.stream().map(FtpRequest::wire).toList();
  }

  private static Kind kindOf(OptionValues options, RequestKind kind) {
    if (kind == RequestKind.PUT) {
      return Kind.UPLOAD;
    }
    return kind == RequestKind.HEAD || options.on(CurlOpt.NOBODY) ? Kind.INFO : Kind.DOWNLOAD;
  }

  private static boolean ascii(OptionValues options, char type) {
    return type == 'A' || (type == 0 || type == 'D') && options.on(CurlOpt.TRANSFERTEXT);
  }
}
