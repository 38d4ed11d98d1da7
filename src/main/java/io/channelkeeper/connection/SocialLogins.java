package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps social logins: their tokens only ever sealed, each for its own row and column.
 */
@Component
class SocialLogins {

	private final SocialLoginRepository logins;

	private final Sealer sealer;

	private final LoginPlan plan;

	private final JdbcClient jdbc;

	SocialLogins(SocialLoginRepository logins, Sealer sealer, LoginPlan plan, JdbcClient jdbc) {
		this.logins = logins;
		this.sealer = sealer;
		this.plan = plan;
		this.jdbc = jdbc;
	}

	/**
	 * Lets only one transaction at a time change what hangs on a person's sign-in,
	 * whichever organization it belongs to.
	 */
	void lock(ProviderId provider, String user) {
		lock(person(provider, user));
	}

	/** The same for the person of a login; nothing if there is no such login. */
	void lock(UUID id) {
		persons("id = :id", id).forEach(this::lock);
	}

	/**
	 * The same for a person and for whoever carries a channel now, who may have to give
	 * way; always in one order, so that two of them never wait for each other.
	 */
	void lockWithCarrier(ProviderId provider, String user, UUID channelId) {
		SortedSet<String> persons = new TreeSet<>(
				persons("id = (select login_id from connection where channel_id = :id)", channelId));
		persons.add(person(provider, user));
		persons.forEach(this::lock);
	}

	private List<String> persons(String condition, UUID id) {
		return this.jdbc
			.sql("select provider, external_user_id from social_login where organization_id = :organization and "
					+ condition)
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> person(new ProviderId(row.getString(1)), row.getString(2)))
			.list();
	}

	private static String person(ProviderId provider, String user) {
		return provider.value() + "/" + user;
	}

	/**
	 * Holds the person's rows too: a renewal that is under way stores its answer later.
	 */
	private void lock(String person) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:person, 0))) as taken")
			.param("person", person)
			.query(Integer.class)
			.single();
		int slash = person.indexOf('/');
		this.jdbc.sql("select id from social_login where provider = :provider and external_user_id = :user for update")
			.param("provider", person.substring(0, slash))
			.param("user", person.substring(slash + 1))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	Optional<SocialLoginEntity> find(UUID id) {
		return this.logins.findById(id);
	}

	Optional<SocialLoginEntity> of(ProviderId provider, String user) {
		return this.logins.findByUser(provider.value(), user);
	}

	/**
	 * Keeps a grant: the person's login in this organization is renewed, or made. A
	 * refresh token that works goes on where the answer brings no other.
	 */
	SocialLoginEntity keep(ProviderId provider, Grant grant, SignedInBy by, Instant now) {
		SocialLoginEntity login = of(provider, grant.userId())
			.orElseGet(() -> new SocialLoginEntity(Ids.next(), provider, grant.userId()));
		TokenValue refresh = grant.refresh();
		byte[] before = login.tokens().refresh();
		boolean goesOn = refresh == null && before != null && login.isSound(now);
		byte[] access = seal(login.id(), "access_token", grant.access());
		byte[] sealed = (refresh != null) ? seal(login.id(), "refresh_token", refresh) : null;
		Grant kept = goesOn ? login.prolonged(grant) : grant;
		login.renew(kept, new SealedTokens(access, goesOn ? before : sealed), by,
				this.plan.ofNew(provider, kept, goesOn || refresh != null, now), now);
		return this.logins.save(login);
	}

	/**
	 * The grant that a login keeps, or null where there is none any more.
	 * @throws io.channelkeeper.support.UnreadableSecretException if the key is missing
	 */
	@Nullable Grant open(SocialLoginEntity login) {
		SealedTokens sealed = login.tokens();
		return (sealed.access() != null) ? login.grant(open(login.id(), sealed)) : null;
	}

	/** Seals what a renewal brought, for the login's own row. */
	SealedTokens seal(UUID login, Grant grant) {
		TokenValue refresh = grant.refresh();
		return new SealedTokens(seal(login, "access_token", grant.access()),
				(refresh != null) ? seal(login, "refresh_token", refresh) : null);
	}

	/**
	 * Opens the tokens of a row of the bound organization.
	 * @throws io.channelkeeper.support.UnreadableSecretException if the key is missing
	 */
	OpenTokens open(UUID login, SealedTokens sealed) {
		byte[] access = sealed.access();
		byte[] refresh = sealed.refresh();
		Assert.notNull(access, "A login without access opens nothing");
		return new OpenTokens(open(login, "access_token", access),
				(refresh != null) ? open(login, "refresh_token", refresh) : null);
	}

	private byte[] seal(UUID login, String column, TokenValue token) {
		return this.sealer.seal(token.value(), place(login, column));
	}

	private TokenValue open(UUID login, String column, byte[] sealed) {
		return new TokenValue(this.sealer.open(sealed, place(login, column)));
	}

	private static SealedPlace place(UUID login, String column) {
		return new SealedPlace(Tenancy.current(), login, "social_login." + column);
	}

	/**
	 * Tokens as they stand in the row.
	 *
	 * @param access the access token, or null when it was erased
	 * @param refresh the refresh token, or null
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record SealedTokens(byte @Nullable [] access, byte @Nullable [] refresh) {
	}

	/**
	 * Tokens in clear.
	 *
	 * @param access the access token
	 * @param refresh the refresh token, or null
	 */
	record OpenTokens(TokenValue access, @Nullable TokenValue refresh) {
	}

}
