package io.channelkeeper.channel.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import io.channelkeeper.channel.ChannelReader;
import io.channelkeeper.channel.TypedChannel;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.PlainText;

/**
 * A box with handles and addresses, one a line, and the networks chosen for those that
 * could live at several.
 *
 * @param channels the text of the box
 * @param choice for each such handle the network's id, a colon and the line as typed
 */
record ChannelsForm(String channels, List<String> choice) {

	private static final int MAX_LINES = 50;

	private static final int LONGEST = 20_000;

	ChannelsForm {
		channels = Objects.requireNonNullElse(channels, "");
		choice = List.copyOf(Objects.requireNonNullElse(choice, List.of()));
	}

	/** Says if this is more than a box is meant for. */
	void check(Errors errors) {
		if (lines().size() > MAX_LINES || this.channels.length() > LONGEST) {
			errors.rejectValue("channels", "channel.box.many");
		}
	}

	/** What was typed, line by line. */
	List<TypedChannel> typed() {
		return lines().stream().limit(MAX_LINES).map((line) -> new TypedChannel(line, chosen(line))).toList();
	}

	private List<String> lines() {
		return this.channels.lines().filter((line) -> !PlainText.line(line).isEmpty()).toList();
	}

	private @Nullable NetworkId chosen(String line) {
		String typed = ChannelReader.line(line);
		return this.choice.stream()
			.filter((one) -> one.matches("[a-z][a-z-]{0,30}:.*") && one.substring(one.indexOf(':') + 1).equals(typed))
			.map((one) -> new NetworkId(one.substring(0, one.indexOf(':'))))
			.findFirst()
			.orElse(null);
	}

}
