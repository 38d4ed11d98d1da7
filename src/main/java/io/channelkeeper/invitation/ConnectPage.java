package io.channelkeeper.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.ReachedOffer;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;

/**
 * What a creator finds behind a link.
 *
 * @param kind which of the pages
 * @param letter the whole invitation
 * @param channel the channel in turn, or the one that was just tried
 * @param connected how many are connected
 * @param next the channel that comes after, on the page that tells of success, or null
 * @param diagnosis what was missing, or null
 * @param standing how the channel is connected, on the page that tells of success, or
 * null
 * @param others what else the sign-in reaches, unasked
 * @param other the account that came back in place of the expected one, while it is kept,
 * or null
 */
public record ConnectPage(Kind kind, Letter letter, LetterChannel channel, int connected, @Nullable LetterChannel next,
		@Nullable Diagnosis diagnosis, @Nullable ChannelStanding standing, List<ReachedOffer> others,
		@Nullable OfferedChannel other) {

	/** How many channels the invitation is about. */
	public int total() {
		return this.letter.channels().size();
	}

	/**
	 * Whether something has to be changed at the network before another attempt makes
	 * sense.
	 */
	public boolean needsChange() {
		return this.diagnosis != null && switch (this.diagnosis.kind()) {
			case NO_PAGE, PAGE_NOT_PUBLISHED, NO_PROFESSIONAL_ACCOUNT, PERSONAL_ACCOUNT, ROLE_TOO_SMALL -> true;
			case STOPPED, PERMISSION_DECLINED, NO_CHANNEL, OTHER_ACCOUNT, CONNECTED_BY_SOMEONE_ELSE, NETWORK_DOWN ->
				false;
		};
	}

	/** Whether another account came back than the one asked for (B-5). */
	public boolean isOtherAccount() {
		return this.diagnosis != null && this.diagnosis.kind() == DiagnosisKind.OTHER_ACCOUNT;
	}

	/** Whether the account that came back can be added as another channel. */
	public boolean offersOther() {
		return this.other != null && this.other.offeredAt() == null;
	}

	/** Which of the pages. */
	public enum Kind {

		/** Who asks, for what, and the start button. */
		OFFER,

		/** Why it did not work and what to do (B-4). */
		STUCK,

		/** Back in another browser: one tap and it goes on here. */
		OTHER_BROWSER,

		/** Connected. */
		DONE

	}

}
