package io.nettycurl.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Immutable. What the constant pool of a compiled class tells: every name it can refer to, and the
 * strings it holds.
 *
 * @param names all UTF-8 constants: names of classes, members and their descriptors among them
 * @param strings the string literals
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">JVMS
 *     4.4</a>
 */
record ClassFile(List<String> names, List<String> strings) {
  private static final int MAGIC = 0xCAFEBABE;

  static ClassFile read(byte[] bytes) {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a class file", e);
    }
  }

  private static ClassFile read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no magic number");
    }
    in.readInt();
    int count = in.readUnsignedShort();
    String[] utf8 = new String[count];
    List<Integer> literals = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> utf8[i] = in.readUTF();
        case 8 -> literals.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // A long or double takes two places.
          i++;
        }
        default -> throw new IOException("constant of unknown kind " + tag);
      }
    }
    List<String> names = new ArrayList<>();
    for (String name : utf8) {
      if (name != null) {
        names.add(name);
      }
    }
    return new ClassFile(names, literals.stream().map(index -> utf8[index]).toList());
  }
}
