package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A creator in the portfolio.
 *
 * @param id the creator
 * @param name the creator's name
 * @param lookedAfterBy the name of the member who looks after the creator, or null
 * @param picture the path of a picture, or null
 * @param gap why there is no picture or no newer one, or null
 * @param tags the team's own words
 * @param channels the creator's channels, worst first
 */
public record PortfolioRow(UUID id, String name, @Nullable String lookedAfterBy, @Nullable String picture,
		@Nullable PictureGap gap, List<String> tags, List<ChannelGlimpse> channels) {

	public PortfolioRow {
		tags = List.copyOf(tags);
		channels = List.copyOf(channels);
	}

	/** The channel that somebody has to mend first. */
	public Optional<ChannelGlimpse> worst() {
		return this.channels.stream().findFirst();
	}

	/** The channel that has to be renewed first. */
	public Optional<ChannelGlimpse> renewFirst() {
		return this.channels.stream()
			.filter((channel) -> channel.deadline() != null)
			.min(Comparator.comparing(PortfolioRow::deadline));
	}

	/** Followers of the largest channel, or empty when no network told. */
	public Optional<Long> followers() {
		return this.channels.stream()
			.map(ChannelGlimpse::followers)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder());
	}

	private static Instant deadline(ChannelGlimpse channel) {
		return Objects.requireNonNull(channel.deadline());
	}

}
