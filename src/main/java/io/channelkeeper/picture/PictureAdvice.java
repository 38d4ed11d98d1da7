package io.channelkeeper.picture;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Viewer;

/**
 * Says why a creator has no picture of this cycle, and what brings one, so that the page
 * on which one is chosen says the same as the creator's own (P-1). The state of
 * connections and invitations decides it, which this module does not know; who reads all
 * of them provides it.
 */
public interface PictureAdvice {

	/**
	 * What a creator of the bound organization and its channels lack.
	 * @param language in which the texts are
	 * @throws io.channelkeeper.support.NotFoundException if there is no such creator
	 */
	Advice of(Viewer viewer, UUID creatorId, Locale language);

	/**
	 * What is lacking.
	 *
	 * @param missing what the creator lacks, or null when there is a picture of this
	 * cycle or a member uploaded one
	 * @param channels why a channel's picture is missing or old, in sentences, by
	 * channel; without those that have one of this cycle
	 */
	record Advice(@Nullable Missing missing, Map<UUID, String> channels) {

		public Advice {
			channels = Map.copyOf(channels);
		}

	}

	/**
	 * Why there is no picture, or no newer one.
	 *
	 * @param reason in sentences
	 * @param policy whether it has to do with which profiles are read at all (P-10)
	 * @param fetchable whether another look at the network may bring it
	 * @param remedy what else brings it, or null
	 */
	record Missing(String reason, boolean policy, boolean fetchable, @Nullable Remedy remedy) {

	}

	/**
	 * A button that mends something.
	 *
	 * @param label what it is called
	 * @param address where it leads, or where it is sent to
	 * @param sent whether it is sent, not opened
	 */
	record Remedy(String label, String address, boolean sent) {

	}

}
