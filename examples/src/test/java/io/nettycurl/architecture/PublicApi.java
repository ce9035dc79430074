package io.nettycurl.architecture;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stateless. Writes down what a module shows to others: one line per class and member, sorted. */
final class PublicApi {
  private PublicApi() {}

  static String of(CompiledModule module) {
    Set<String> exported =
        module.descriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    StringBuilder text = new StringBuilder("module ").append(module.descriptor().name());
    for (String name : module.classes().keySet()) {
      Class<?> type = load(name);
      if (exported.contains(type.getPackageName()) && isShown(type)) {
        text.append("\n\n").append(describe(type));
        members(type).forEach(member -> text.append("\n  ").append(member));
      }
    }
    return text.append('\n').toString();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isShown(Class<?> type) {
    return isShown(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (type.getDeclaringClass() == null || isShown(type.getDeclaringClass()));
  }

  private static boolean isShown(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String describe(Class<?> type) {
    StringBuilder line = new StringBuilder();
    int modifiers = type.getModifiers() & Modifier.classModifiers();
    if (type.isInterface()) {
      modifiers &= ~(Modifier.ABSTRACT | Modifier.STATIC);
    }
    if (modifiers != 0) {
      line.append(Modifier.toString(modifiers)).append(' ');
    }
    line.append(type.isSealed() ? "sealed " : "").append(kind(type)).append(' ');
    line.append(type.getName());
    if (type.getTypeParameters().length > 0) {
      line.append(
          Stream.of(type.getTypeParameters())
              .map(Type::getTypeName)
              .collect(Collectors.joining(", ", "<", ">")));
    }
    Type parent = type.getGenericSuperclass();
    if (parent != null && parent != Object.class && !type.isEnum() && !type.isRecord()) {
      line.append(" extends ").append(parent.getTypeName());
    }
    if (type.getInterfaces().length > 0) {
      line.append(
          Stream.of(type.getGenericInterfaces())
              .map(Type::getTypeName)
              .collect(
                  Collectors.joining(", ", type.isInterface() ? " extends " : " implements ", "")));
    }
    return line.toString();
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    } else if (type.isInterface()) {
      return "interface";
    } else if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static Set<String> members(Class<?> type) {
    Set<String> lines = new TreeSet<>();
    Stream.of(type.getDeclaredFields())
        .filter(PublicApi::isShown)
        .forEach(field -> lines.add(describe(field)));
    Stream.of(type.getDeclaredConstructors())
        .filter(PublicApi::isShown)
        .forEach(
            constructor ->
                lines.add(
                    constructor
                        .toGenericString()
                        .replace(type.getName() + '(', type.getSimpleName() + '(')));
    Stream.of(type.getDeclaredMethods())
        .filter(PublicApi::isShown)
        .forEach(method -> lines.add(withoutOwner(method.toGenericString(), method)));
    return lines;
  }

  private static String describe(Field field) {
    String line = withoutOwner(field.toGenericString(), field);
    Object value = constant(field);
    return value == null ? line : line + " = " + value;
  }

  private static Object constant(Field field) {
    int constant = Modifier.STATIC | Modifier.FINAL;
    if ((field.getModifiers() & constant) != constant
        || !(field.getType().isPrimitive() || field.getType() == String.class)) {
      return null;
    }
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutOwner(String line, Member member) {
    String name = member.getName();
    return line.replace(' ' + member.getDeclaringClass().getName() + '.' + name, ' ' + name);
  }

  private static boolean isShown(Member member) {
    return isShown(member.getModifiers()) && !member.isSynthetic();
  }
}
