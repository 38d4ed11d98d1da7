package io.channelkeeper.connection;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.MemberService;

/**
 * Finds who carries a channel now.
 */
@Component
class Carriers {

	private final ConnectionRepository connections;

	private final SocialLogins logins;

	private final MemberService members;

	private final CreatorService creators;

	private final Clock clock;

	Carriers(ConnectionRepository connections, SocialLogins logins, MemberService members, CreatorService creators,
			Clock clock) {
		this.connections = connections;
		this.logins = logins;
		this.members = members;
		this.creators = creators;
		this.clock = clock;
	}

	/** The login that carries a channel, in whatever condition, or empty. */
	Optional<Carrier> of(UUID channelId) {
		return this.connections.findById(channelId)
			.flatMap((connection) -> Optional.ofNullable(connection.loginId())
				.flatMap(this.logins::find)
				.map((login) -> new Carrier(login, connection.isSound() && login.isSound(this.clock.instant()))));
	}

	/** How the person is called whose sign-in it is. */
	String nameOf(Carrier carrier) {
		UUID member = carrier.login().connectedByMember();
		if (member != null) {
			return this.members.get(member).name();
		}
		String name = carrier.login().externalUserName();
		UUID creator = carrier.login().connectedByCreator();
		return (name == null && creator != null) ? creatorName(creator) : String.valueOf(name);
	}

	String creatorName(UUID creatorId) {
		return this.creators.get(creatorId).name();
	}

	/**
	 * The login that carries a channel.
	 *
	 * @param login the login
	 * @param sound whether the channel works through it, as far as is known
	 */
	record Carrier(SocialLoginEntity login, boolean sound) {

		/**
		 * Whether a new sign-in takes the channel over: the same person always does,
		 * another one if the old sign-in does not work any more or could do nothing that
		 * the new one cannot. Permissions of different providers cannot be compared: a
		 * sign-in that comes as far as here was granted everything that its way needs.
		 */
		boolean givesWayTo(ProviderId provider, Grant grant) {
			return this.login.isOf(provider, grant.userId()) || !this.sound || !this.login.provider().equals(provider)
					|| grant.scopes().containsAll(this.login.scopes());
		}

	}

}
