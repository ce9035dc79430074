package io.nettycurl.examples.curl.option;

import io.nettycurl.Curl;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.RequestConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.console.ByteStrings;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.form.FormParser;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Owned by the command's thread. Options on what is sent along: bodies, queries, forms. */
final class DataOptions implements OptionHandler {
  private final OptionContext context;
  private final Messages messages;

  DataOptions(OptionContext context) {
    this.context = context;
    this.messages = context.messages();
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    RequestConfig request = config.request;
    switch (option) {
      case DATA, DATA_ASCII, DATA_BINARY, DATA_RAW, DATA_URLENCODE, JSON ->
          data(option, value, request);
      case URL_QUERY -> query(value, request);
      case GET -> request.get = on;
      case FORM -> form(value, false, config);
      case FORM_STRING -> form(value, true, config);
      case FORM_ESCAPE -> request.formEscape = on;
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private void data(CliOption option, String value, RequestConfig request)
      throws ParameterException {
    byte[] bytes;
    if (option == CliOption.DATA_URLENCODE) {
      bytes = ByteStrings.encode(urlEncoded(value));
    } else if (value.startsWith("@") && option != CliOption.DATA_RAW) {
      bytes = file(value.substring(1));
      if (option != CliOption.DATA_BINARY && option != CliOption.JSON) {
        bytes = InputFiles.withoutLineEnds(bytes);
      }
    } else {
      bytes = ByteStrings.encode(value);
    }
    if (option == CliOption.JSON) {
      request.json = true;
    }
    if (request.data == null) {
      request.data = new ByteArrayOutputStream();
    }
    if (request.data.size() > 0 && option != CliOption.JSON) {
      request.data.write('&');
    }
    request.data.writeBytes(bytes);
  }

  /** name=content, name@file, content: the content encoded, the name not. */
  private String urlEncoded(String value) throws ParameterException {
    int separator = value.indexOf('=');
    if (separator < 0) {
      separator = value.indexOf('@');
    }
    String name = separator < 0 ? "" : value.substring(0, separator);
    String content = value.substring(separator + 1);
    boolean isFile = separator >= 0 && value.charAt(separator) == '@';
    byte[] bytes = isFile ? file(content) : ByteStrings.encode(content);
    String encoded = Curl.easyEscape(bytes).replace("%20", "+");
    return name.isEmpty() ? encoded : name + "=" + encoded;
  }

  private byte[] file(String name) throws ParameterException {
    InputStream in = InputFiles.open(name, context.console());
    if (in == null) {
      messages.error("Failed to open " + name);
      throw new ParameterException(ParameterError.READ_ERROR);
    }
    return InputFiles.readAll(in);
  }

  private void query(String value, RequestConfig request) throws ParameterException {
    String piece = value.startsWith("+") ? value.substring(1) : urlEncoded(value);
    request.query = request.query == null ? piece : request.query + "&" + piece;
  }

  private void form(String value, boolean literal, OperationConfig config)
      throws ParameterException {
    if (!new FormParser(messages, context.console()).parse(value, literal, config)) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    Methods.select(RequestMethod.MIME_POST, config.request, messages);
  }
}
