package io.channelkeeper.network.facebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;

/**
 * Lists of the Graph API, which come in as many answers as they like.
 */
final class GraphLists {

	/** Nobody runs more pages than that; a network that says so is mistaken. */
	private static final int MOST_ANSWERS = 20;

	private GraphLists() {
	}

	/**
	 * Every entry of a list.
	 * @param question asks for one answer with these parameters
	 */
	static List<Json> all(String fields, Function<Map<String, String>, Json> question) {
		List<Json> entries = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		String after = null;
		do {
			Map<String, String> wanted = new LinkedHashMap<>(Map.of("fields", fields, "limit", "100"));
			if (after != null) {
				wanted.put("after", after);
			}
			Json answer = question.apply(wanted);
			if (!answer.hasList("data")) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			entries.addAll(answer.objects("data"));
			after = next(answer);
		}
		while (after != null && seen.add(after) && seen.size() < MOST_ANSWERS);
		return entries;
	}

	/** The address of the next answer holds the token, so only its cursor is taken. */
	private static @Nullable String next(Json answer) {
		Json paging = answer.object("paging");
		Json cursors = (paging != null) ? paging.object("cursors") : null;
		return (paging != null && paging.text("next") != null && cursors != null) ? cursors.text("after") : null;
	}

}
