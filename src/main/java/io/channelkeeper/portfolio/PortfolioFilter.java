package io.channelkeeper.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * Which creators are shown; it lives in the address.
 *
 * @param search part of a name or handle, or null
 * @param network a network's id, or null
 * @param state how a channel stands, or null
 * @param tag one of the team's words, or null
 * @param picture only those whose picture lacks something (P-16), or null
 * @param mine only those whom the viewer looks after (B-21)
 */
public record PortfolioFilter(@Nullable String search, @Nullable String network, @Nullable PortfolioState state,
		@Nullable String tag, @Nullable PictureFilter picture, boolean mine) {

	/** Everybody. */
	public static final PortfolioFilter NONE = new PortfolioFilter(null, null, null, null, null, false);

	public boolean isEmpty() {
		return equals(NONE);
	}

	/**
	 * What is looked for, as a pattern of SQL: a leading {@code @} is how people write.
	 */
	@Nullable String pattern() {
		if (this.search == null) {
			return null;
		}
		String text = this.search.startsWith("@") ? this.search.substring(1) : this.search;
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
