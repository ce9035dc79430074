package io.nettycurl.netty.pool;

/**
 * Owned by the loop. A queue whose members carry their own links, so that leaving from the middle
 * takes constant time and joining makes no garbage.
 *
 * @param <N> the members
 */
final class Lane<N extends Lane.Node<N>> {
  private N first;
  private N last;
  private int size;

  /** A member of one lane at a time. */
  abstract static class Node<N extends Node<N>> {
    private N before;
    private N after;
  }

  boolean isEmpty() {
    return first == null;
  }

  int size() {
    return size;
  }

  N first() {
    return first;
  }

  N last() {
    return last;
  }

  N next(N node) {
    return ((Node<N>) node).after;
  }

  void add(N node) {
    insert(node, null);
  }

  /** Puts a node in front of another; at the end if that is null. */
  void insert(N node, N successor) {
    Node<N> links = node;
    N predecessor = successor == null ? last : ((Node<N>) successor).before;
    links.before = predecessor;
    links.after = successor;
    if (predecessor == null) {
      first = node;
    } else {
      ((Node<N>) predecessor).after = node;
    }
    if (successor == null) {
      last = node;
    } else {
      ((Node<N>) successor).before = node;
    }
    size++;
  }

  void remove(N node) {
    Node<N> links = node;
    if (links.before == null) {
      first = links.after;
    } else {
      ((Node<N>) links.before).after = links.after;
    }
    if (links.after == null) {
      last = links.before;
    } else {
      ((Node<N>) links.after).before = links.before;
    }
    links.before = null;
    links.after = null;
    size--;
  }

  /** A second set of links, for a member that is in two lanes. */
  static final class Link<T> extends Node<Link<T>> {
    private final T owner;

    Link(T owner) {
      this.owner = owner;
    }
  }

  /** A lane of such links. */
  static final class Links<T> {
    private final Lane<Link<T>> lane = new Lane<>();

    boolean isEmpty() {
      return lane.isEmpty();
    }

    T first() {
      return lane.first == null ? null : lane.first.owner;
    }

    T last() {
      return lane.last == null ? null : lane.last.owner;
    }

    void add(Link<T> link) {
      lane.add(link);
    }

    void remove(Link<T> link) {
      lane.remove(link);
    }
  }
}
