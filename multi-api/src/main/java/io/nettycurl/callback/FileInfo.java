package io.nettycurl.callback;

/**
 * What a directory listing says of one file (curl_fileinfo).
 *
 * @param filename its name
 * @param filetype a {@code CURLFILETYPE_*} value
 * @param time seconds since 1970, 0 if unknown
 * @param perm permission bits
 * @param size in bytes, -1 if unknown
 * @param hardlinks how many
 * @param flags {@code CURLFINFOFLAG_*} bits telling what is known
 * @param timeText as the server wrote it, or null
 * @param permText as the server wrote it, or null
 * @param user owner, or null
 * @param group group, or null
 * @param target where a symbolic link points, or null
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_BGN_FUNCTION.html">man page</a>
 */
public record FileInfo(
    String filename,
    long filetype,
    long time,
    int perm,
    long size,
    long hardlinks,
    long flags,
    String timeText,
    String permText,
    String user,
    String group,
    String target) {}
