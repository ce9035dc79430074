package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.Hop;
import io.nettycurl.netty.connect.ProxyConfig;
import io.nettycurl.netty.connect.dns.NumericAddress;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. Has a SOCKS proxy connect to a place.
 *
 * @see <a href="https://www.openssh.com/txt/socks4.protocol">SOCKS 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1928">RFC 1928</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1929">RFC 1929</a>
 */
public final class SocksStep extends ProxyStep {
  private static final int MAX_TEXT = 255;
  private static final int CONNECT = 1;
  private static final int V4_REPLY = 8;
  private static final int V4_GRANTED = 90;
  private static final int NO_LOGIN = 0;
  private static final int LOGIN_GSSAPI = 1;
  private static final int LOGIN_PASSWORD = 2;
  private static final int LOGIN_NONE_FITS = 255;
  private static final int ATYP_V4 = 1;
  private static final int ATYP_NAME = 3;
  private static final int ATYP_V6 = 4;

  /** What libcurl reads before it looks at a SOCKS 5 reply; each one is longer. */
  private static final int V5_REPLY_START = 8;

  /** RFC 1928 section 6. */
  private static final CurlProxyCode[] REPLIES = {
    CurlProxyCode.OK,
    CurlProxyCode.REPLY_GENERAL_SERVER_FAILURE,
    CurlProxyCode.REPLY_NOT_ALLOWED,
    CurlProxyCode.REPLY_NETWORK_UNREACHABLE,
    CurlProxyCode.REPLY_HOST_UNREACHABLE,
    CurlProxyCode.REPLY_CONNECTION_REFUSED,
    CurlProxyCode.REPLY_TTL_EXPIRED,
    CurlProxyCode.REPLY_COMMAND_NOT_SUPPORTED,
    CurlProxyCode.REPLY_ADDRESS_TYPE_NOT_SUPPORTED
  };

  /**
   * Immutable. What is asked.
   *
   * @param type a {@code CURLPROXY_SOCKS*} value
   * @param host where to
   * @param port where to
   * @param address the host's address if it was looked up here; null to leave that to the proxy
   * @param user user name; null if none
   * @param password password; null if none
   * @param passwordAllowed whether name and password may be told
   */
  public record Request(
      long type,
      String host,
      int port,
      InetAddress address,
      String user,
      String password,
      boolean passwordAllowed) {
    /**
     * What the options ask for.
     *
     * @param proxy the proxy
     * @param target where to
     * @param address the target's address if it was looked up here; null to leave that to the proxy
     * @param options the transfer's
     */
    public static Request of(
        ProxyConfig proxy, Hop target, InetAddress address, OptionValues options) {
      boolean passwordAllowed =
          !options.isSet(ProxyOptions.SOCKS5_AUTH)
              || (options.number(ProxyOptions.SOCKS5_AUTH) & CurlSymbols.CURLAUTH_BASIC) != 0;
      return new Request(
          proxy.type(),
          target.host(),
          target.port(),
          address,
          proxy.user(),
          proxy.password(),
          passwordAllowed);
    }

    boolean four() {
      return type == CurlSymbols.CURLPROXY_SOCKS4 || type == CurlSymbols.CURLPROXY_SOCKS4A;
    }

    boolean hasLogin() {
      return user != null || password != null;
    }
  }

  private enum State {
    V4_ANSWER,
    V5_METHOD,
    V5_LOGIN,
    V5_ANSWER
  }

  private final Request request;
  private State state;

  /**
   * A step that starts once it is in a pipeline.
   *
   * @param request what is asked
   * @param listener told how it goes
   */
  public SocksStep(Request request, Listener listener) {
    super(listener);
    this.request = request;
  }

  @Override
  void begin(ChannelHandlerContext ctx) {
    if (request.four()) {
      askFour(ctx);
    } else {
      offerLogins(ctx);
    }
  }

  @Override
  void received(ChannelHandlerContext ctx, ByteBuf in) {
    while (!over() && proceed(ctx, in)) {
      // one answer may follow the other in the same read
    }
  }

  private boolean proceed(ChannelHandlerContext ctx, ByteBuf in) {
    return switch (state) {
      case V4_ANSWER -> answerFour(ctx, in);
      case V5_METHOD -> method(ctx, in);
      case V5_LOGIN -> loginAnswer(ctx, in);
      case V5_ANSWER -> answerFive(ctx, in);
    };
  }

  @Override
  void closed(ChannelHandlerContext ctx) {
    refuse("Failed to receive SOCKS response, proxy closed connection", CurlProxyCode.RECV_CONNECT);
  }

  private boolean refuse(String message, CurlProxyCode code) {
    fail(CurlCode.PROXY, message, code);
    return false;
  }

  // SOCKS 4

  private void askFour(ChannelHandlerContext ctx) {
    byte[] user = bytes(request.user());
    byte[] host = request.address() == null ? bytes(request.host()) : null;
    if (user.length > MAX_TEXT) {
      refuse("Too long SOCKS proxy username", CurlProxyCode.LONG_USER);
      return;
    }
    if (host != null && host.length + 1 > MAX_TEXT) {
      refuse("SOCKS4: too long hostname", CurlProxyCode.LONG_HOSTNAME);
      return;
    }
    ByteBuf out = ctx.alloc().buffer();
    out.writeByte(4).writeByte(CONNECT).writeShort(request.port());
    if (host == null) {
      out.writeBytes(request.address().getAddress());
    } else {
      // 4a: an address that cannot be says that a name follows
      out.writeInt(1);
    }
    out.writeBytes(user).writeByte(0);
    if (host != null) {
      out.writeBytes(host).writeByte(0);
    }
    state = State.V4_ANSWER;
    ctx.writeAndFlush(out);
  }

  private boolean answerFour(ChannelHandlerContext ctx, ByteBuf in) {
    if (in.readableBytes() < V4_REPLY) {
      return false;
    }
    int version = in.readUnsignedByte();
    int verdict = in.readUnsignedByte();
    int port = in.readUnsignedShort();
    String address =
        in.readUnsignedByte()
            + "."
            + in.readUnsignedByte()
            + "."
            + in.readUnsignedByte()
            + "."
            + in.readUnsignedByte();
    if (version != 0) {
      return refuse(
          "SOCKS4 reply has wrong version, version should be 0.", CurlProxyCode.BAD_VERSION);
    }
    if (verdict == V4_GRANTED) {
      pass(ctx);
      return false;
    }
    String start =
        "cannot complete SOCKS4 connection to " + address + ":" + port + ". (" + verdict + "), ";
    return switch (verdict) {
      case 91 -> refuse(start + "request rejected or failed.", CurlProxyCode.REQUEST_FAILED);
      case 92 ->
          refuse(start + "the proxy cannot reach identd on the client.", CurlProxyCode.IDENTD);
      case 93 -> refuse(start + "identd reports another user.", CurlProxyCode.IDENTD_DIFFER);
      default -> refuse(start + "Unknown.", CurlProxyCode.UNKNOWN_FAIL);
    };
  }

  // SOCKS 5

  private void offerLogins(ChannelHandlerContext ctx) {
    if (request.address() == null && bytes(request.host()).length > MAX_TEXT) {
      refuse(
          "SOCKS5: the destination hostname is too long to be resolved remotely by the proxy.",
          CurlProxyCode.LONG_HOSTNAME);
      return;
    }
    boolean login = request.hasLogin() && request.passwordAllowed();
    ByteBuf out = ctx.alloc().buffer();
    out.writeByte(5).writeByte(login ? 2 : 1).writeByte(NO_LOGIN);
    if (login) {
      out.writeByte(LOGIN_PASSWORD);
    }
    state = State.V5_METHOD;
    ctx.writeAndFlush(out);
  }

  private boolean method(ChannelHandlerContext ctx, ByteBuf in) {
    if (in.readableBytes() < 2) {
      return false;
    }
    if (in.readUnsignedByte() != 5) {
      return refuse(
          "Received invalid version in initial SOCKS5 response.", CurlProxyCode.BAD_VERSION);
    }
    switch (in.readUnsignedByte()) {
      case NO_LOGIN:
        return askFive(ctx);
      case LOGIN_PASSWORD:
        return request.passwordAllowed()
            ? login(ctx)
            : refuse("BASIC authentication proposed but not enabled.", CurlProxyCode.NO_AUTH);
      case LOGIN_GSSAPI:
        return refuse(
            "SOCKS5 GSSAPI per-message authentication is not enabled.",
            CurlProxyCode.GSSAPI_PERMSG);
      case LOGIN_NONE_FITS:
        return refuse("No authentication method was acceptable.", CurlProxyCode.NO_AUTH);
      default:
        return refuse(
            "Unknown SOCKS5 mode attempted to be used by server.", CurlProxyCode.UNKNOWN_MODE);
    }
  }

  private boolean login(ChannelHandlerContext ctx) {
    byte[] user = bytes(request.user());
    byte[] password = bytes(request.password());
    if (user.length > MAX_TEXT) {
      return refuse("Excessive username length for proxy auth", CurlProxyCode.LONG_USER);
    }
    if (password.length > MAX_TEXT) {
      return refuse("Excessive password length for proxy auth", CurlProxyCode.LONG_PASSWD);
    }
    ByteBuf out = ctx.alloc().buffer(3 + user.length + password.length);
    out.writeByte(1).writeByte(user.length).writeBytes(user);
    out.writeByte(password.length).writeBytes(password);
    state = State.V5_LOGIN;
    ctx.writeAndFlush(out);
    return true;
  }

  private boolean loginAnswer(ChannelHandlerContext ctx, ByteBuf in) {
    if (in.readableBytes() < 2) {
      return false;
    }
    int version = in.readUnsignedByte();
    int verdict = in.readUnsignedByte();
    return verdict == 0
        ? askFive(ctx)
        : refuse(
            "User was rejected by the SOCKS5 server (" + version + " " + verdict + ").",
            CurlProxyCode.USER_REJECTED);
  }

  private boolean askFive(ChannelHandlerContext ctx) {
    InetAddress address =
        request.address() != null ? request.address() : NumericAddress.parse(request.host(), 0);
    if (address == null && request.host().indexOf(':') >= 0) {
      return refuse("no IPv6 address: " + request.host(), CurlProxyCode.BAD_ADDRESS_TYPE);
    }
    ByteBuf out = ctx.alloc().buffer();
    out.writeByte(5).writeByte(CONNECT).writeByte(0);
    if (address == null) {
      byte[] host = bytes(request.host());
      out.writeByte(ATYP_NAME).writeByte(host.length).writeBytes(host);
    } else {
      out.writeByte(address instanceof Inet6Address ? ATYP_V6 : ATYP_V4);
      out.writeBytes(address.getAddress());
    }
    out.writeShort(request.port());
    state = State.V5_ANSWER;
    ctx.writeAndFlush(out);
    return true;
  }

  private boolean answerFive(ChannelHandlerContext ctx, ByteBuf in) {
    if (in.readableBytes() < V5_REPLY_START) {
      return false;
    }
    int start = in.readerIndex();
    if (in.getUnsignedByte(start) != 5) {
      return refuse(
          "SOCKS5 reply has wrong version, version should be 5.", CurlProxyCode.BAD_VERSION);
    }
    int verdict = in.getUnsignedByte(start + 1);
    if (verdict != 0) {
      return refuse(
          "cannot complete SOCKS5 connection to " + request.host() + ". (" + verdict + ")",
          verdict < REPLIES.length ? REPLIES[verdict] : CurlProxyCode.REPLY_UNASSIGNED);
    }
    int addressLength =
        switch (in.getUnsignedByte(start + 3)) {
          case ATYP_V4 -> 4;
          case ATYP_NAME -> 1 + in.getUnsignedByte(start + 4);
          case ATYP_V6 -> 16;
          default -> -1;
        };
    if (addressLength < 0) {
      return refuse("SOCKS5 reply has wrong address type.", CurlProxyCode.BAD_ADDRESS_TYPE);
    }
    int length = 4 + addressLength + 2;
    if (in.readableBytes() < length) {
      return false;
    }
    in.skipBytes(length);
    pass(ctx);
    return false;
  }

  private static byte[] bytes(String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}
