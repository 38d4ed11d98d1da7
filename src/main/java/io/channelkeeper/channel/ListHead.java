package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;

/**
 * The first line of a spreadsheet, where it says what the columns hold.
 *
 * @param columns what each column holds
 */
record ListHead(List<Column> columns) {

	private static final Set<String> NAMES = Set.of("name", "names", "creator", "creators", "influencer", "first name",
			"last name", "surname", "vorname", "nachname", "full name");

	private static final Set<String> EMAILS = Set.of("e-mail", "email", "mail", "e-mail address", "email address",
			"e-mail-adresse", "mailadresse");

	private static final Set<String> CHANNELS = Set.of("channel", "channels", "handle", "handles", "link", "links",
			"url", "address", "profile", "kanal", "kanäle", "adresse", "profil", "account", "accounts");

	/** The columns if every cell names one and there are at least two, or empty. */
	static Optional<ListHead> of(List<String> cells, Function<String, Optional<Network>> networks) {
		List<Column> columns = new ArrayList<>();
		for (String cell : cells) {
			Column column = column(cell.toLowerCase(Locale.ROOT), networks);
			if (column == null) {
				return Optional.empty();
			}
			columns.add(column);
		}
		return (columns.size() > 1) ? Optional.of(new ListHead(List.copyOf(columns))) : Optional.empty();
	}

	private static @Nullable Column column(String word, Function<String, Optional<Network>> networks) {
		if (NAMES.contains(word)) {
			return new Column(Content.NAME, null);
		}
		if (EMAILS.contains(word)) {
			return new Column(Content.EMAIL, null);
		}
		if (CHANNELS.contains(word)) {
			return new Column(Content.CHANNEL, null);
		}
		return networks.apply(word).map((network) -> new Column(Content.CHANNEL, network.id())).orElse(null);
	}

	/** What the cell at this place holds; anything beyond the last column. */
	Column at(int index) {
		return (index < this.columns.size()) ? this.columns.get(index) : Column.ANY;
	}

	/** What can stand in a column. */
	enum Content {

		ANY, NAME, EMAIL, CHANNEL

	}

	/**
	 * One column.
	 *
	 * @param content what it holds
	 * @param network where bare handles in it belong, or null
	 */
	record Column(Content content, @Nullable NetworkId network) {

		static final Column ANY = new Column(Content.ANY, null);

	}

}
