package io.channelkeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that a process of the tests logged at DEBUG since it began.
 */
public final class LogBook {

	private static final Pattern TOKEN = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");

	private final TestRun run;

	LogBook(TestRun run) {
		this.run = run;
	}

	/** Those of the secrets, of 8 characters or more, that stand in the log. */
	public Set<String> leaked(Collection<String> secrets) {
		Needles needles = new Needles(secrets);
		Set<String> leaked = new HashSet<>();
		lines((line) -> leaked.addAll(needles.in(line)));
		return leaked;
	}

	/** Everything of the shape of our secret links that passes the test. */
	public Set<String> tokens(Predicate<String> test) {
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
	public long size() {
		AtomicLong size = new AtomicLong();
		lines((line) -> size.incrementAndGet());
		return size.get();
	}

	private void lines(Consumer<String> work) {
		try (Stream<String> lines = Files.lines(this.run.log(), StandardCharsets.UTF_8)) {
			lines.forEach(work);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
