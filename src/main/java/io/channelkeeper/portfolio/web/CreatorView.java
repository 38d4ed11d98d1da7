package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.picture.PictureAdvice;

/**
 * A creator's page as it is shown.
 *
 * @param id the creator
 * @param name the creator's name
 * @param picture a picture's path, or null
 * @param missing why there is no picture of this cycle, or null when there is one
 * @param tags the team's words
 * @param email the creator's e-mail address, or null
 * @param lookedAfterBy a member's name, or null
 * @param archived whether the creator was put away
 * @param invitable whether a channel waits for an invitation
 * @param preparable whether a channel is still to be connected
 * @param reported whether there is anything to report of when data came
 * @param channels the channels' cards
 * @param offers other accounts that wait for a member's word
 * @param hasHistory whether there is a History
 */
record CreatorView(UUID id, String name, @Nullable String picture, PictureAdvice.@Nullable Missing missing,
		List<String> tags, @Nullable String email, @Nullable String lookedAfterBy, boolean archived, boolean invitable,
		boolean preparable, boolean reported, List<ChannelView> channels, List<Offer> offers, boolean hasHistory) {

	/** Changes with everything that is shown. */
	public String version() {
		return PageVersion.of(this);
	}

	/**
	 * Another account that a creator offered (B-5).
	 *
	 * @param id the offer
	 * @param name for the initials in place of a picture
	 * @param picture a picture's path, or null
	 * @param text who offered what in place of what
	 * @param until until when a member can decide
	 */
	record Offer(UUID id, String name, @Nullable String picture, String text, String until) {

	}

}
