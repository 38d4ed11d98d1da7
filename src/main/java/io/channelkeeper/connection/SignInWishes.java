package io.channelkeeper.connection;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewers;

/**
 * Knows whether what somebody left for is still wanted: half an hour is long enough for
 * everything to be withdrawn.
 */
@Component
class SignInWishes {

	private final SignInErrands errands;

	private final ChannelService channels;

	private final CreatorService creators;

	private final MemberService members;

	private final Viewers viewers;

	private final ConnectionRepository connections;

	SignInWishes(SignInErrands errands, ChannelService channels, CreatorService creators, MemberService members,
			Viewers viewers, ConnectionRepository connections) {
		this.errands = errands;
		this.channels = channels;
		this.creators = creators;
		this.members = members;
		this.viewers = viewers;
		this.connections = connections;
	}

	/**
	 * Whether an attempt may still connect. Asked after {@link SignInLocks} were taken,
	 * in the same transaction.
	 */
	boolean isWanted(SignInAttempt attempt) {
		return isKept(attempt.channelId()) && mayConnect(attempt, attempt.channelId()) && !isDisconnectedSince(attempt)
				&& this.errands.of(attempt).stillWanted(attempt.asStart());
	}

	/** Whether neither the channel nor its creator was put away. */
	boolean isKept(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		return !channel.archived() && isKeptCreator(channel.creatorId());
	}

	boolean isKeptCreator(UUID creatorId) {
		return !this.creators.get(creatorId).archived();
	}

	/** Whether whoever signed in may connect that channel (H-3); creators always may. */
	boolean mayConnect(SignInAttempt attempt, UUID channelId) {
		UUID member = attempt.memberId();
		if (member == null) {
			return true;
		}
		Creator creator = this.creators.get(this.channels.get(channelId).creatorId());
		return this.viewers.of(this.members.get(member).personId())
			.stream()
			.filter((viewer) -> viewer.memberId().equals(member))
			.anyMatch((viewer) -> viewer.mayConnect(creator.lookedAfterBy()));
	}

	private boolean isDisconnectedSince(SignInAttempt attempt) {
		return this.connections.findById(attempt.channelId())
			.filter((connection) -> connection.isDisconnectedAfter(attempt.startedAt()))
			.isPresent();
	}

}
