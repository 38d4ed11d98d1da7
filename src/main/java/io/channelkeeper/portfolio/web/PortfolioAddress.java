package io.channelkeeper.portfolio.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.portfolio.PictureFilter;
import io.channelkeeper.portfolio.PortfolioFilter;
import io.channelkeeper.portfolio.PortfolioState;
import io.channelkeeper.support.PlainText;

/**
 * The portfolio's filters as they stand in the address. What makes no sense is left out.
 *
 * @param q what is searched for
 * @param network a network's id
 * @param state a word of {@link PortfolioState}
 * @param tag a tag
 * @param picture a word of {@link PictureFilter}
 * @param mine {@code yes}
 * @param after the last creator of the page before
 */
record PortfolioAddress(@Nullable String q, @Nullable String network, @Nullable String state, @Nullable String tag,
		@Nullable String picture, @Nullable String mine, @Nullable String after) {

	private static final int MAX = 120;

	PortfolioAddress {
		q = clean(q);
		network = clean(network);
		state = PortfolioState.of(state).map(PortfolioState::word).orElse(null);
		tag = clean(tag);
		picture = PictureFilter.of(picture).map(PictureFilter::word).orElse(null);
		mine = (clean(mine) != null) ? "yes" : null;
	}

	public PortfolioFilter filter() {
		return new PortfolioFilter(this.q, this.network, PortfolioState.of(this.state).orElse(null), this.tag,
				PictureFilter.of(this.picture).orElse(null), this.mine != null);
	}

	/** After whom the page begins, or null for the first page. */
	public @Nullable UUID cursor() {
		try {
			return (this.after != null) ? UUID.fromString(this.after) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	PortfolioAddress withState(PortfolioState wanted) {
		return new PortfolioAddress(this.q, this.network, wanted.word(), this.tag, this.picture, this.mine, null);
	}

	PortfolioAddress withoutState() {
		return new PortfolioAddress(this.q, this.network, null, this.tag, this.picture, this.mine, null);
	}

	PortfolioAddress withPicture(@Nullable PictureFilter wanted) {
		return new PortfolioAddress(this.q, this.network, this.state, this.tag, (wanted != null) ? wanted.word() : null,
				this.mine, null);
	}

	PortfolioAddress after(@Nullable UUID creator) {
		return new PortfolioAddress(this.q, this.network, this.state, this.tag, this.picture, this.mine,
				(creator != null) ? creator.toString() : null);
	}

	/** The path with everything that is set. */
	public String path() {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/portfolio");
		add(uri, "q", this.q);
		add(uri, "network", this.network);
		add(uri, "state", this.state);
		add(uri, "tag", this.tag);
		add(uri, "picture", this.picture);
		add(uri, "mine", this.mine);
		add(uri, "after", this.after);
		return uri.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
		if (value != null) {
			uri.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
		}
	}

	private static @Nullable String clean(@Nullable String typed) {
		String line = (typed != null) ? PlainText.line(typed) : "";
		return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), MAX));
	}

}
