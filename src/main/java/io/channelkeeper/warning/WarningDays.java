package io.channelkeeper.warning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * On which days before the end of a connection people are warned; 0 is the day itself.
 *
 * @param values from 0 to 90, the earliest warning first; empty for no warning
 */
public record WarningDays(List<Integer> values) {

	static final int MOST = 90;

	private static final Pattern SEPARATOR = Pattern.compile("[,;\\s\\u00a0]+");

	private static final Pattern DAY = Pattern.compile("[0-9]{1,2}");

	public WarningDays {
		values = values.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		if (values.stream().anyMatch((day) -> day < 0 || day > MOST)) {
			throw new IllegalArgumentException("Not from 0 to " + MOST + " days before the end: " + values);
		}
	}

	/** What somebody typed, such as {@code 10, 5, 1, 0}; empty if it is no such list. */
	public static Optional<WarningDays> parse(String typed) {
		List<String> parts = SEPARATOR.splitAsStream(typed).filter((part) -> !part.isEmpty()).toList();
		if (!parts.stream().allMatch((part) -> DAY.matcher(part).matches() && Integer.parseInt(part) <= MOST)) {
			return Optional.empty();
		}
		return Optional.of(new WarningDays(parts.stream().map(Integer::valueOf).toList()));
	}

	@Override
	public String toString() {
		return this.values.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

}
