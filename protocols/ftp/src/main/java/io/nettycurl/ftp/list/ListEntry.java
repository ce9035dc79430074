package io.nettycurl.ftp.list;

import io.nettycurl.callback.FileInfo;

/**
 * Immutable. One file of a listing.
 *
 * @param name its name, one character per byte, as commands need it
 * @param info the same and the rest, as the user sees it
 */
public record ListEntry(String name, FileInfo info) {}
