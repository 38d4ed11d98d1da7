package io.channelkeeper.picture.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a creator's picture is chosen.
 *
 * @param id the creator
 * @param name the creator's name
 * @param archived whether the creator was put away
 * @param address path of the picture that is shown now, or null
 * @param source UPLOADED, CHOSEN, BEST or NONE: the last part of a text's key
 * @param from the network that it comes from, or that comes back; or null
 * @param uploadedBy a member's name, or null
 * @param uploadedAt when it was uploaded, or null
 * @param choices the channels
 * @param limit how many bytes a file may have
 * @param megabytes the same for people
 */
record CreatorPictureView(UUID id, String name, boolean archived, @Nullable String address, String source,
		@Nullable String from, @Nullable String uploadedBy, @Nullable Instant uploadedAt, List<Choice> choices,
		long limit, double megabytes) {

	public boolean uploaded() {
		return this.source.equals("UPLOADED");
	}

	/** Whether a member chose the channel that it comes from. */
	public boolean chosen() {
		return this.source.equals("CHOSEN");
	}

	/** Whether a channel has a picture to choose. */
	public boolean choosable() {
		return this.choices.stream().anyMatch((choice) -> choice.address() != null);
	}

	/**
	 * A channel, whose picture can be chosen when there is one.
	 *
	 * @param channelId the channel
	 * @param network the network's id
	 * @param networkName the network's own name
	 * @param handle as people write it
	 * @param address where the picture is, or null for none
	 * @param shown whether it is the creator's now
	 */
	record Choice(UUID channelId, String network, String networkName, String handle, @Nullable String address,
			boolean shown) {

	}

}
