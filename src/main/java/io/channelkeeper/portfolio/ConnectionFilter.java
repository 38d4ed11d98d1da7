package io.channelkeeper.portfolio;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;

/**
 * Which connections are shown, and how; it lives in the address.
 *
 * @param search part of a handle or a creator's name, or null
 * @param network a network's id, or null
 * @param focus how they stand, or null
 * @param kind what the channels are to the organization, or null
 * @param mine only those of creators whom the viewer looks after (B-21)
 * @param byMe only those that the viewer connected
 * @param grouped whether all channels of a sign-in stand together
 */
public record ConnectionFilter(@Nullable String search, @Nullable String network, @Nullable ConnectionFocus focus,
		@Nullable ChannelKind kind, boolean mine, boolean byMe, boolean grouped) {

	/** Everything, the most urgent first. */
	public static final ConnectionFilter NONE = new ConnectionFilter(null, null, null, null, false, false, false);

	/** Whether nothing is left out. */
	public boolean isEmpty() {
		return equals(this.grouped ? NONE.byLogin() : NONE);
	}

	/** The same, with all channels of a sign-in together. */
	public ConnectionFilter byLogin() {
		return new ConnectionFilter(this.search, this.network, this.focus, this.kind, this.mine, this.byMe, true);
	}

	/** What is looked for, as a pattern of SQL. */
	@Nullable String pattern() {
		return new PortfolioFilter(this.search, null, null, null, null, false).pattern();
	}

}
