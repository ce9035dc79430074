# Read by the commands beside it, which set nettycurl_name and nettycurl_bin.
# The way taken every time forks nothing: what a fork would have to find out is kept in a file.

nettycurl_target=$nettycurl_bin/../target
nettycurl_settings=$nettycurl_target/launch/$nettycurl_name.sh

# Which Java this would run on; the settings hold for that one only.
if [ -n "$JAVA_HOME" ]; then
  nettycurl_java=$JAVA_HOME/bin/java
else
  nettycurl_java=$(command -v java)
fi

nettycurl_for=
[ -f "$nettycurl_settings" ] && . "$nettycurl_settings"
if [ "$nettycurl_for" != "$nettycurl_java" ]; then
  "$nettycurl_bin/build.sh" "$nettycurl_name" "$nettycurl_java" || exit 2
  . "$nettycurl_settings"
fi

# Which streams are terminals costs the shell nothing and the JVM a look at the file system.
nettycurl_tty=
[ -t 0 ] && nettycurl_tty=0
[ -t 1 ] && nettycurl_tty=${nettycurl_tty}1
[ -t 2 ] && nettycurl_tty=${nettycurl_tty}2

# Without a UTF-8 locale, Java cannot name files that are not ASCII.
case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
  *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
  *)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac

exec "$nettycurl_java" $nettycurl_flags "-Dnettycurl.tty=$nettycurl_tty" \
  -XX:SharedArchiveFile="$nettycurl_archive" -cp "$nettycurl_classpath" "$nettycurl_main" "$@"
