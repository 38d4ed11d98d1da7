package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.ListHead.Column;
import io.channelkeeper.channel.ListHead.Content;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.PlainText;

/**
 * Sorts the cells of one line into name, e-mail address and channels, whatever their
 * order.
 */
final class ListCells {

	private static final Pattern NAMED_ADDRESS = Pattern.compile("(.*?)\\s*<([^<>\\s]+@[^<>\\s]+)>");

	private static final Pattern EMPTY = Pattern.compile("[\\s\\p{Z}\\p{Cf}–—-]*|n/a", Pattern.CASE_INSENSITIVE);

	private final ChannelReader reader;

	private final @Nullable NetworkId network;

	private final List<String> names = new ArrayList<>();

	private final List<EmailAddress> emails = new ArrayList<>();

	private final List<TypedChannel> channels = new ArrayList<>();

	private @Nullable TypedProblem problem;

	/**
	 * Creates an empty line.
	 * @param reader knows what a channel looks like
	 * @param network where bare handles belong, or null
	 */
	ListCells(ChannelReader reader, @Nullable NetworkId network) {
		this.reader = reader;
		this.network = network;
	}

	void add(String cell, Column column) {
		if (EMPTY.matcher(cell).matches()) {
			return;
		}
		switch (column.content()) {
			case NAME -> this.names.add(cell);
			case EMAIL -> email(cell);
			case CHANNEL -> channel(cell, column.network());
			case ANY -> any(cell);
		}
	}

	/** Joins what stood in several columns for names, if there is a head that says so. */
	String name(boolean headed) {
		if (!headed && this.names.size() > 1) {
			fail("cell", this.names.get(1));
		}
		String name = PlainText.line(String.join(" ", this.names));
		if (name.length() > NewCreator.MAX_NAME) {
			fail("name-long");
		}
		return name;
	}

	@Nullable EmailAddress email() {
		if (this.emails.size() > 1) {
			fail("two-emails");
		}
		return this.emails.isEmpty() ? null : this.emails.getFirst();
	}

	List<TypedChannel> channels() {
		return this.channels;
	}

	@Nullable TypedProblem problem() {
		return this.problem;
	}

	private void any(String cell) {
		Matcher named = NAMED_ADDRESS.matcher(cell);
		if (named.matches() && EmailAddress.parse(named.group(2)).isPresent()) {
			add(named.group(1), new Column(Content.NAME, null));
			email(named.group(2));
		}
		else if (isEmail(cell)) {
			email(cell);
		}
		else if (isChannel(cell)) {
			channel(cell, null);
		}
		else if (!this.names.isEmpty() && this.network != null && isHandle(cell)) {
			channel(cell, this.network);
		}
		else {
			several(cell);
		}
	}

	/** A cell that holds several addresses, or else a name. */
	private void several(String cell) {
		List<String> parts = Arrays.stream(cell.split("[,;\\s]+")).filter((part) -> !part.isEmpty()).toList();
		if (parts.size() > 1 && parts.stream().allMatch((part) -> isEmail(part) || isChannel(part))) {
			parts.forEach(this::any);
		}
		else {
			this.names.add(cell);
		}
	}

	private void email(String cell) {
		EmailAddress.parse(PlainText.line(cell.replaceFirst("(?i)^mailto:", "")))
			.ifPresentOrElse(this.emails::add, () -> fail("no-email", cell));
	}

	private void channel(String cell, @Nullable NetworkId ofColumn) {
		NetworkId where = (ofColumn != null) ? ofColumn : this.network;
		boolean whole = this.reader.recognize(new TypedChannel(cell, where)).address() != null;
		for (String part : whole ? new String[] { cell } : cell.split("[,;\\s]+")) {
			if (!part.isEmpty()) {
				this.channels.add(new TypedChannel(part, where));
			}
		}
	}

	private static boolean isEmail(String cell) {
		return EmailAddress.parse(PlainText.line(cell.replaceFirst("(?i)^mailto:", ""))).isPresent();
	}

	private boolean isChannel(String cell) {
		String line = PlainText.line(cell);
		boolean looksLikeOne = line.startsWith("@") || line.contains("/") || line.contains(":")
				|| line.regionMatches(true, 0, "www.", 0, 4);
		return looksLikeOne && (line.matches("\\S+")
				|| this.reader.recognize(new TypedChannel(line, this.network)).address() != null);
	}

	private boolean isHandle(String cell) {
		return this.reader.recognize(new TypedChannel(cell, this.network)).address() != null;
	}

	private void fail(String code, String... cells) {
		if (this.problem == null) {
			this.problem = TypedProblem.of(code, Arrays.stream(cells).map(ChannelReader::line).toArray(String[]::new));
		}
	}

}
