package io.nettycurl.callback;

/**
 * What a directory listing says of one file (curl_fileinfo).
 *
 * @param filename its name
 * @param filetype a {@code CURLFILETYPE_*} value
 * @param time always 0, as in libcurl; {@code timeText} tells
 * @param perm permission bits; 0 if unknown
 * @param size in bytes; 0 for a directory in the form of DOS
 * @param hardlinks how many; 0 if unknown
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
