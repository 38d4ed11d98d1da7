package io.channelkeeper.channel.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import io.channelkeeper.channel.ListReader;
import io.channelkeeper.network.NetworkId;

/**
 * A pasted list and what was already shown of it.
 *
 * @param list the text of the box
 * @param network where bare handles belong, or empty
 * @param seen marks the text that was shown back recognised, or empty
 */
record ListForm(String list, String network, String seen) {

	ListForm {
		list = Objects.requireNonNullElse(list, "").replace("\r\n", "\n");
		network = Objects.requireNonNullElse(network, "");
		seen = Objects.requireNonNullElse(seen, "");
	}

	/** Says if there is nothing, or more than a list may hold. */
	void check(int lines, Errors errors) {
		if (lines == 0) {
			errors.rejectValue("list", "channel.list.empty");
		}
		if (lines > ListReader.MAX_LINES) {
			errors.rejectValue("list", "channel.list.many", new Object[] { ListReader.MAX_LINES, lines }, null);
		}
	}

	/** Where bare handles belong, or null when each says so itself. */
	@Nullable NetworkId bareHandles() {
		return this.network.matches("[a-z][a-z-]{0,30}") ? new NetworkId(this.network) : null;
	}

	/** Marks this very text, so that nothing is saved that was not shown before. */
	public String mark() {
		return UUID.nameUUIDFromBytes((this.network + '\n' + this.list).getBytes(StandardCharsets.UTF_8)).toString();
	}

	boolean wasSeen() {
		return mark().equals(this.seen);
	}

}
