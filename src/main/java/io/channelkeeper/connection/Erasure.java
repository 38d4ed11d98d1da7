package io.channelkeeper.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.Tenancy;

/**
 * Deletes what a person's sign-in told us, in every organization, because the person
 * asked for it at the network. The channels stay in the team's list, disconnected and
 * under their public names only.
 */
@Component
class Erasure {

	private static final Logger log = LoggerFactory.getLogger(Erasure.class);

	private final ErasureRows rows;

	private final SocialLogins logins;

	private final ChannelService channels;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	private final BaseUrl baseUrl;

	private final Clock clock;

	Erasure(ErasureRows rows, SocialLogins logins, ChannelService channels, ApplicationEventPublisher events,
			TransactionTemplate transactions, BaseUrl baseUrl, Clock clock) {
		this.rows = rows;
		this.logins = logins;
		this.channels = channels;
		this.events = events;
		this.transactions = transactions;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * Deletes it. The same request once more finds nothing, unless the first one was cut
	 * off.
	 * @return what the network tells the person: a confirmation code, and where to see
	 * what became of it
	 */
	Map<String, String> erase(ProviderId provider, Push.ErasureAsked asked) {
		byte[] hash = hash(provider + "/" + asked.user() + "/" + asked.at().toEpochMilli());
		String code = this.rows.open(provider, hash, asked.at());
		Instant until = this.rows.isDone(code) ? asked.at() : asked.at().plus(PushEffects.SAME_MOMENT);
		for (UUID organization : this.rows.organizations(provider, asked.user())) {
			Tenancy.within(organization, () -> this.transactions
				.executeWithoutResult((transaction) -> erase(provider, asked.user(), until, code)));
		}
		this.rows.done(code, this.clock.instant());
		log.info("A deletion asked for at {} is done", provider);
		return Map.of("url", this.baseUrl.of("/deletion/" + code).toString(), "confirmation_code", code);
	}

	/** In the bound organization. A sign-in after the request is a new consent. */
	private void erase(ProviderId provider, String user, Instant until, String code) {
		this.logins.lock(provider, user);
		Set<UUID> told = this.rows.login(provider, user, until).map((login) -> erase(login, code)).orElse(Set.of());
		this.rows.offers(provider, user)
			.forEach((offer) -> this.events.publishEvent(new OfferGivenUp(Tenancy.current(), offer)));
		Set<UUID> mistaken = this.rows.mistaken(provider, user);
		this.rows.forgetNames(told, mistaken);
		this.rows.deleteKept(provider, user);
		this.events.publishEvent(new PersonErased(Tenancy.current(), told, mistaken));
	}

	private Set<UUID> erase(UUID login, String code) {
		Set<UUID> told = this.rows.channels(login);
		Set<UUID> connected = this.rows.disconnect(login, this.clock.instant());
		this.rows.delete(login);
		told.forEach(this.channels::forgetSignIn);
		connected
			.forEach((channel) -> this.events.publishEvent(new ChannelDisconnected(Tenancy.current(), channel, null)));
		this.rows.count(code, told.size());
		return told;
	}

	private static byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
