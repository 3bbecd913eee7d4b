package dev.benchtop.testing;

import java.lang.reflect.Proxy;

/** Objects of interfaces that answer what a test asks of them, each the same as itself alone. */
public final class Fake {

	/** Answers the calls of methods; {@link #unexpected} those that no test makes. */
	@FunctionalInterface
	public interface Answer {
		Object to(String method, Object[] arguments) throws Exception;
	}

	private Fake() {
	}

	/** An object of an interface. */
	public static <T> T of(Class<T> type, Answer answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
			case "equals" -> self == arguments[0];
			case "hashCode" -> System.identityHashCode(self);
			case "toString" -> type.getSimpleName();
			default -> answer.to(method.getName(), arguments);
		}));
	}

	/** Refuses a call that nobody thought of. */
	public static Object unexpected(String method) {
		throw new UnsupportedOperationException(method);
	}
}
