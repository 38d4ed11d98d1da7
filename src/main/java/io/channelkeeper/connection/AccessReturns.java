package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Access that nobody uses any more, on its way back to the network. It is revoked there
 * only when no organization has a login of the same person (B-6): most networks know one
 * consent per person, whoever asked for it.
 */
@Component
class AccessReturns {

	private static final Logger log = LoggerFactory.getLogger(AccessReturns.class);

	private static final Duration AGAIN_AFTER = Duration.ofHours(1);

	private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final JsonMapper json;

	private final SignInProviders providers;

	private final Clock clock;

	AccessReturns(JdbcClient jdbc, Sealer sealer, JsonMapper json, SignInProviders providers, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.json = json;
		this.providers = providers;
		this.clock = clock;
	}

	/**
	 * Notes, in the caller's transaction, that access of the bound organization goes
	 * back.
	 */
	void add(ProviderId provider, Grant grant) {
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into access_return (id, organization_id, provider, external_user_id, grant_sealed, created_at,
					due_at)
				values (:id, :organization, :provider, :user, :grant, :now, :now)
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("user", grant.userId())
			.param("grant", this.sealer.seal(this.json.writeValueAsString(grant), place(Tenancy.current(), id)))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Gives back, over all organizations, what is due. Asks networks, so never inside a
	 * transaction.
	 */
	void giveBackDue() {
		giveBack(claim("true"));
	}

	/**
	 * Gives back at once what the bound organization just gave up. Asks networks, so
	 * never inside a transaction.
	 */
	void giveBackNew() {
		giveBack(claim("attempts = 0 and organization_id = :organization"));
	}

	private void giveBack(List<Due> due) {
		int failed = 0;
		for (Due one : due) {
			try {
				giveBack(one);
				delete(one.id());
			}
			catch (RuntimeException ex) {
				failed++;
				log.warn("Access {} at {} not given back yet: {}", one.id(), one.provider(),
						ex.getClass().getSimpleName());
				if (one.createdAt().plus(GIVE_UP_AFTER).isBefore(this.clock.instant())) {
					delete(one.id());
				}
			}
		}
		if (!due.isEmpty()) {
			log.info("Access given back: {} done, {} failed", due.size() - failed, failed);
		}
	}

	private void giveBack(Due due) {
		if (isUsed(due)) {
			return;
		}
		Grant grant = this.json.readValue(this.sealer.open(due.sealed(), place(due.organization(), due.id())),
				Grant.class);
		this.providers.get(due.provider()).giveBack(grant, this.providers.registration(due.provider()));
	}

	/**
	 * Takes what is due and puts its next trial off, so that nobody else takes it too.
	 */
	private List<Due> claim(String condition) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update access_return set due_at = :again, attempts = attempts + 1
				where id in (select id from access_return where due_at <= :now and %s
					order by due_at limit 100 for update skip locked)
				returning *
				""".formatted(condition))
			.param("again", now.plus(AGAIN_AFTER).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query((row, number) -> new Due(row.getObject("id", UUID.class),
					row.getObject("organization_id", UUID.class), new ProviderId(row.getString("provider")),
					row.getString("external_user_id"), row.getBytes("grant_sealed"),
					row.getTimestamp("created_at").toInstant()))
			.list();
	}

	private boolean isUsed(Due due) {
		return this.jdbc.sql("""
				select exists (select 1 from social_login
						where provider = :provider and external_user_id = :user and access_token is not null)
					or exists (select 1 from offered_channel
						where provider = :provider and external_user_id = :user and offered_at is not null
							and decided_at is null and grant_sealed is not null)
				""").param("provider", due.provider().value()).param("user", due.user()).query(Boolean.class).single();
	}

	private void delete(UUID id) {
		this.jdbc.sql("delete from access_return where id = :id").param("id", id).update();
	}

	private static SealedPlace place(UUID organization, UUID id) {
		return new SealedPlace(organization, id, "access_return.grant_sealed");
	}

	/**
	 * One row that is due.
	 *
	 * @param id its id
	 * @param organization whose access it was
	 * @param provider where it goes back to
	 * @param user whose consent it was
	 * @param sealed the sealed grant
	 * @param createdAt since when it is on its way
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Due(UUID id, UUID organization, ProviderId provider, String user, byte[] sealed, Instant createdAt) {
	}

}
