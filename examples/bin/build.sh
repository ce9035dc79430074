#!/bin/sh
# build.sh NAME JAVA: builds the examples if that was not done, and finds out once how the command
# NAME is started on JAVA. Called by launch.sh only when something is missing.
name=$1
java=$2
bin=$(cd "${0%/*}" && pwd -P) || exit 1
root=${bin%/examples/bin}
target=$root/examples/target
settings=$target/launch/$name.sh
lock=$target/.build.lock
mkdir -p "$target"

if ! command -v "$java" >/dev/null; then
  echo "$name: no Java found: set JAVA_HOME or have java in the PATH" >&2
  exit 1
fi

# One build at a time: whoever makes the directory builds, the others wait for it.
while ! mkdir "$lock" 2>/dev/null; do
  owner=$(cat "$lock/pid" 2>/dev/null)
  if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
    rm -rf "$lock"
  else
    sleep 0.2
  fi
done
echo $$ >"$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 1' HUP INT TERM

# Somebody else may have done it meanwhile.
settled=
[ -f "$settings" ] && settled=$(. "$settings" && echo "$nettycurl_for")
[ "$settled" = "$java" ] && exit 0

# Only the curl command has its start made fast; the others run long.
case $name in
  curl) short=yes classpath=$target/curl.classpath ;;
  *) short= classpath=$target/demo.classpath ;;
esac
if [ ! -f "$classpath" ]; then
  log=$target/.build.log
  if ! (cd "$root" && mvn -q -B -DskipTests -pl examples -am package) >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "$name: the build failed" >&2
    exit 1
  fi
  rm -f "$log"
fi

version=$("$java" -XshowSettings:properties -version 2>&1 |
  sed -n 's/^ *java.specification.version = //p')
# A short run: compile quickly, collect simply, share classes, and say nothing of one's own.
flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xss512k"
flags="$flags -XX:-UsePerfData -Dio.netty.jfr.enabled=false"
if [ -z "$short" ]; then
  flags="-Xlog:disable"
fi
case $version in
  1.* | ? | 1[0-6])
    echo "$name: Java 17 or newer is needed, this is $version" >&2
    exit 1
    ;;
esac
[ "$version" -ge 22 ] && flags="$flags --enable-native-access=ALL-UNNAMED"
[ "$version" -ge 23 ] && flags="$flags --sun-misc-unsafe-memory-access=allow"

case $name in
  demo) main=io.nettycurl.examples.demo.Demo ;;
  gateway) main=io.nettycurl.examples.gateway.Gateway ;;
  *) main=io.nettycurl.examples.curl.CurlCommand ;;
esac
set -- "$target"/nettycurl-examples-*.jar
path=$1:$(cat "$classpath")

# The archive of loaded classes is what a start gains most from. A run that does not do its best
# leaves none, and then there is just no gain.
archive=$target/launch/$name-$version.jsa
mkdir -p "$target/launch"
if [ -n "$short" ]; then
  rm -f "$archive"
  "$java" $flags -XX:ArchiveClassesAtExit="$archive" -cp "$path" \
    io.nettycurl.examples.curl.Rehearsal >/dev/null 2>&1 </dev/null
fi

{
  echo "nettycurl_for='$java'"
  echo "nettycurl_flags='$flags'"
  echo "nettycurl_archive='$archive'"
  echo "nettycurl_classpath='$path'"
  echo "nettycurl_main='$main'"
} >"$settings.$$" && mv "$settings.$$" "$settings"
