package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.Variables;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;

/**
 * Owned by the command's thread. All that handlers of options need.
 *
 * @param global what they fill in
 * @param console the standard streams
 * @param messages where warnings go
 * @param library what can be done at all
 * @param variables what --variable set
 */
public record OptionContext(
    GlobalConfig global,
    Console console,
    Messages messages,
    Library library,
    Variables variables) {}
