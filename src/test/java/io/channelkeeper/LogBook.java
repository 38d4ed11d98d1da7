package io.channelkeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that was logged at DEBUG since the tests began.
 */
public final class LogBook {

	private static final Path FILE = Path.of("target/debug.log");

	private static final Pattern TOKEN = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");

	private LogBook() {
	}

	/** Those of the secrets, of 8 characters or more, that stand in the log. */
	public static Set<String> leaked(Collection<String> secrets) {
		Needles needles = new Needles(secrets);
		Set<String> leaked = new HashSet<>();
		lines((line) -> leaked.addAll(needles.in(line)));
		return leaked;
	}

	/** Everything of the shape of our secret links that passes the test. */
	public static Set<String> tokens(Predicate<String> test) {
		Set<String> tokens = new HashSet<>();
		lines((line) -> tokens.addAll(tokensIn(line)));
		tokens.removeIf(test.negate());
		return tokens;
	}

	/** Everything in a text that has the shape of our secret links. */
	public static Set<String> tokensIn(String text) {
		Set<String> tokens = new HashSet<>();
		for (Matcher matcher = TOKEN.matcher(text); matcher.find();) {
			tokens.add(matcher.group());
		}
		return tokens;
	}

	/** How many lines there are. */
	public static long size() {
		try (Stream<String> lines = Files.lines(FILE, StandardCharsets.UTF_8)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void lines(Consumer<String> work) {
		try (Stream<String> lines = Files.lines(FILE, StandardCharsets.UTF_8)) {
			lines.forEach(work);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
