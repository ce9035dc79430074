package io.nettycurl.netty.spi.auth;

import com.sun.security.jgss.ExtendedGSSContext;
import io.nettycurl.CurlSymbols;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/**
 * Used by one thread at a time. Tickets by the JDK's GSS-API: those of the user's ticket cache, as
 * kinit leaves them there. An application that has the JDK log in otherwise (property {@code
 * javax.security.auth.useSubjectCredsOnly=false}, or the system's own library by {@code
 * sun.security.jgss.native=true}) is left to it.
 */
final class GssExchange implements TicketExchange {
  private static final String SPNEGO = "1.3.6.1.5.5.2";
  private static final String KERBEROS_LOGIN = "com.sun.security.auth.module.Krb5LoginModule";

  private final Party party;
  private Subject subject;
  private GSSContext context;

  GssExchange(Party party) {
    this.party = party;
  }

  /** Whether this Java runtime has the GSS-API. */
  static boolean available() {
    return Probe.AVAILABLE;
  }

  private static final class Probe {
    static final boolean AVAILABLE = find();

    private static boolean find() {
      try {
        Class.forName("org.ietf.jgss.GSSManager", false, GssExchange.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException | LinkageError e) {
        return false;
      }
    }
  }

  @Override
  public byte[] next(byte[] token) throws Exception {
    if (context == null && !othersLogIn()) {
      subject = logIn();
    }
    PrivilegedExceptionAction<byte[]> action = () -> step(token);
    byte[] output = subject == null ? action.run() : Subject.doAs(subject, action);
    if (output == null || output.length == 0) {
      throw new LoginException("the GSS-API has nothing to say");
    }
    return output;
  }

  private static boolean othersLogIn() {
    return "false".equalsIgnoreCase(System.getProperty("javax.security.auth.useSubjectCredsOnly"))
        || Boolean.getBoolean("sun.security.jgss.native");
  }

  private static Subject logIn() throws LoginException {
    AppConfigurationEntry cache =
        new AppConfigurationEntry(
            KERBEROS_LOGIN,
            AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
            Map.of("useTicketCache", "true", "doNotPrompt", "true"));
    Configuration configuration =
        new Configuration() {
          @Override
          public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {cache};
          }
        };
    LoginContext login = new LoginContext("nettycurl", new Subject(), null, configuration);
    login.login();
    return login.getSubject();
  }

  private byte[] step(byte[] token) throws GSSException {
    if (context == null) {
      GSSManager manager = GSSManager.getInstance();
      GSSName name =
          manager.createName(party.service() + '@' + party.host(), GSSName.NT_HOSTBASED_SERVICE);
      context = manager.createContext(name, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
      context.requestMutualAuth(true);
      delegate();
    }
    return context.initSecContext(token, 0, token.length);
  }

  private void delegate() throws GSSException {
    if ((party.delegation() & CurlSymbols.CURLGSSAPI_DELEGATION_FLAG) != 0) {
      context.requestCredDeleg(true);
    } else if ((party.delegation() & CurlSymbols.CURLGSSAPI_DELEGATION_POLICY_FLAG) != 0
        && context instanceof ExtendedGSSContext extended) {
      extended.requestDelegPolicy(true);
    }
  }

  @Override
  public boolean complete() {
    return context != null && context.isEstablished();
  }

  @Override
  public void close() {
    if (context != null) {
      try {
        context.dispose();
      } catch (GSSException e) {
        // it is given up all the same
      }
      context = null;
    }
  }
}
