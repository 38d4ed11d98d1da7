package io.channelkeeper;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of many strings stand in a text, reading it once: where the first
 * characters of one may stand, the rest is compared.
 */
final class Needles {

	private static final int HEAD = 8;

	private static final int SIZE = 1 << 20;

	private static final int OLDEST = power(31, HEAD);

	private final Map<String, List<String>> byHead = new HashMap<>();

	private final BitSet heads = new BitSet(SIZE);

	/** Strings of at least 8 characters. */
	Needles(Collection<String> needles) {
		for (String needle : needles) {
			String head = needle.substring(0, HEAD);
			this.byHead.computeIfAbsent(head, (key) -> new ArrayList<>()).add(needle);
			this.heads.set(slot(head.hashCode()));
		}
	}

	Set<String> in(String text) {
		Set<String> found = new HashSet<>();
		int hash = 0;
		for (int end = 0; end < text.length(); end++) {
			hash = hash * 31 + text.charAt(end);
			if (end >= HEAD) {
				hash -= text.charAt(end - HEAD) * OLDEST;
			}
			int start = end + 1 - HEAD;
			if (start >= 0 && this.heads.get(slot(hash))) {
				this.byHead.getOrDefault(text.substring(start, end + 1), List.of())
					.stream()
					.filter((needle) -> text.startsWith(needle, start))
					.forEach(found::add);
			}
		}
		return found;
	}

	private static int slot(int hash) {
		return (hash ^ (hash >>> 12)) & (SIZE - 1);
	}

	private static int power(int base, int exponent) {
		return (exponent == 0) ? 1 : base * power(base, exponent - 1);
	}

}
