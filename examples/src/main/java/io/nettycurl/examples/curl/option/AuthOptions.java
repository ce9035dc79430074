package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.AuthConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import java.io.File;
import java.util.Locale;

/** Owned by the command's thread. Options on who asks. */
final class AuthOptions implements OptionHandler {
  private final OptionContext context;

  AuthOptions(OptionContext context) {
    this.context = context;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    AuthConfig auth = config.auth;
    switch (option) {
      case USER -> auth.user = value;
      case BASIC -> method(auth, CurlSymbols.CURLAUTH_BASIC, on);
      case DIGEST -> method(auth, CurlSymbols.CURLAUTH_DIGEST, on);
      case ANYAUTH -> auth.methods = CurlSymbols.CURLAUTH_ANY;
      case NEGOTIATE -> {
        needs("SPNEGO", on);
        method(auth, CurlSymbols.CURLAUTH_NEGOTIATE, on);
      }
      case NTLM -> {
        needs("NTLM", on);
        method(auth, CurlSymbols.CURLAUTH_NTLM, on);
      }
      case OAUTH2_BEARER -> {
        method(auth, CurlSymbols.CURLAUTH_BEARER, true);
        auth.bearer = Values.notBlank(value);
      }
      case AWS_SIGV4 -> {
        method(auth, CurlSymbols.CURLAUTH_AWS_SIGV4, true);
        auth.awsSigV4 = value;
      }
      case NETRC -> auth.netrc = on;
      case NETRC_OPTIONAL -> auth.netrcOptional = on;
      case NETRC_FILE -> auth.netrcFile = existingFile(option, value, context);
      case SERVICE_NAME -> auth.serviceName = Values.notBlank(value);
      case DELEGATION -> auth.delegation = delegation(value);
      case DISALLOW_USERNAME_IN_URL -> auth.noUserInUrl = on;
      case HTTPSIG_ALGO -> {
        method(auth, CurlSymbols.CURLAUTH_HTTPSIG, true);
        auth.httpsigAlgorithm = Values.notBlank(value);
      }
      case HTTPSIG_HEADERS -> auth.httpsigHeaders = Values.notBlank(value);
      case HTTPSIG_KEY -> auth.httpsigKey = Values.notBlank(value);
      case HTTPSIG_KEYID -> auth.httpsigKeyId = Values.notBlank(value);
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private static void method(AuthConfig auth, long bit, boolean on) {
    auth.methods = Values.bits(auth.methods, bit, on);
  }

  private void needs(String feature, boolean on) throws ParameterException {
    if (on && !context.library().hasFeature(feature)) {
      throw new ParameterException(ParameterError.LIBCURL_DOESNT_SUPPORT);
    }
  }

  private long delegation(String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "none":
        return CurlSymbols.CURLGSSAPI_DELEGATION_NONE;
      case "policy":
        return CurlSymbols.CURLGSSAPI_DELEGATION_POLICY_FLAG;
      case "always":
        return CurlSymbols.CURLGSSAPI_DELEGATION_FLAG;
      default:
        context.messages().warn("unrecognized delegation method '" + value + "', using none");
        return CurlSymbols.CURLGSSAPI_DELEGATION_NONE;
    }
  }

  static String existingFile(CliOption option, String name, OptionContext context)
      throws ParameterException {
    if (!new File(name).exists()) {
      context
          .messages()
          .error("The file '" + name + "' provided to --" + option.longName() + " does not exist");
      throw new ParameterException(ParameterError.BAD_USE);
    }
    return name;
  }
}
