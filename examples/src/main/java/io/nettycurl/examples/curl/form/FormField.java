package io.nettycurl.examples.curl.form;

import java.util.List;

/**
 * What the right side of one -F says.
 *
 * @param data the text, or a file's name
 * @param type ;type=, or null
 * @param fileName ;filename=, or null
 * @param encoder ;encoder=, or null
 * @param headers ;headers=
 */
record FormField(String data, String type, String fileName, String encoder, List<String> headers) {}
