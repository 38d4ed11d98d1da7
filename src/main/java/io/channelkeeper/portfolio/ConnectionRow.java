package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;

/**
 * A connection in the list of all.
 *
 * @param channel how its channel stands
 * @param kind what the channel is to the organization
 * @param creatorName whose it is
 * @param creatorHasMail whether the creator can be written to
 * @param lookedAfterBy the member who looks after that creator, or null
 * @param picture a picture's path, of the channel or else of the creator, or null
 * @param gap why that is missing or old, or null
 * @param loginId the login that carries it, or null
 * @param loginName what the network calls who signed in, or null
 * @param connectedAt when it was last connected
 * @param byCreator whether the creator connected it
 * @param connectedByMember the member who connected it, or null
 * @param connectedBy that member's name, or null
 * @param colleagues who can be asked to connect it again, and who was
 */
public record ConnectionRow(ChannelGlimpse channel, ChannelKind kind, String creatorName, boolean creatorHasMail,
		@Nullable UUID lookedAfterBy, @Nullable String picture, @Nullable PictureGap gap, @Nullable UUID loginId,
		@Nullable String loginName, Instant connectedAt, boolean byCreator, @Nullable UUID connectedByMember,
		@Nullable String connectedBy, Colleagues colleagues) {

	/** The name of who connected it last, which is never forgotten (M-19). */
	public String connectedByName() {
		return (this.connectedBy != null) ? this.connectedBy : this.creatorName;
	}

	ConnectionRow with(@Nullable String face, @Nullable PictureGap lack, Colleagues found) {
		return new ConnectionRow(this.channel, this.kind, this.creatorName, this.creatorHasMail, this.lookedAfterBy,
				face, lack, this.loginId, this.loginName, this.connectedAt, this.byCreator, this.connectedByMember,
				this.connectedBy, found);
	}

}
