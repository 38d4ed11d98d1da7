package io.channelkeeper.connection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.KeyPeer;
import io.channelkeeper.support.KeysetFile;
import io.channelkeeper.support.SealedPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * A token whose key changes stays usable, and one whose key is missing is no other
 * token's fault (B-18).
 */
class MissingKeyTests extends KeysetScene {

	private static final Path LOST = makeKeyset("lost");

	@Autowired
	DataSource database;

	@Autowired
	Clock clock;

	@Test
	@DisplayName("B-18: a login is renewed before, while and after it is sealed with a new key")
	void goesOnWhileItsKeyChanges() throws Exception {
		UUID channel = connected();
		int next = new KeysetFile(FILE.toString()).rotate().newest();
		this.watch.round();
		assertThat(this.keys.standing().chosen()).isEqualTo(next);
		this.resealing.round();
		this.resealing.round();
		assertThat(prefix("access_token")).isEqualTo("01%08x".formatted(next));
		assertThat(prefix("refresh_token")).isEqualTo("01%08x".formatted(next));
		assertThat(version()).isOne();
		renewAndVerify();
		assertThat(version()).isEqualTo(2);
		assertThat(prefix("access_token")).isEqualTo("01%08x".formatted(next));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(networks(operator())).contains("Everything is encrypted with the key in use",
				"key " + Integer.toUnsignedString(next));
	}

	@Test
	@DisplayName("B-18: a key that is missing is said to be missing, and comes back by itself")
	void comesBackWithItsKey() throws Exception {
		UUID channel = connected();
		String key = Integer.toUnsignedString(new KeysetFile(LOST.toString()).read().newest());
		loseKey();
		due("deadline");
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.EXPIRED);
		settle(this.keys.standing().anywhere());
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.UNREADABLE);
		renewAndVerify();
		assertThat(NETWORKS.books().calls()).isEmpty();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.UNREADABLE);
		assertThat(networks(operator())).contains("Key " + key + " is missing: 1 channel needs it",
				"back into file:" + FILE);
		assertThat(networks(this.organizations.member(this.viewer, Role.ADMIN))).contains("1 channel cannot be read")
			.doesNotContain(key);
		assertThat(page(get("/creators/{id}", this.creator), this.viewer)).contains("Key missing", "What to do")
			.doesNotContain("Ask Ana Kocht to renew");
		this.jdbc.sql("update social_login set deadline = null").update();
		KeyPeer.bringBack(LOST, FILE);
		this.watch.round();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(verifyAt()).isBeforeOrEqualTo(this.clock.instant());
		this.rounds.verify(TIKTOK);
		assertThat(NETWORKS.books().calls()).isNotEmpty();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(networks(operator())).doesNotContain("is missing");
	}

	@Test
	@DisplayName("B-18: under another keyset every login is unreadable at once, and none is expired")
	void isUnreadableUnderAnotherKeyset() {
		UUID one = connected();
		settle(Set.of(7));
		assertThat(standing(one).state()).isEqualTo(ConnectionState.UNREADABLE);
		settle(this.keys.standing().anywhere());
		assertThat(standing(one).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-18: what another living process can open is left to that one")
	void leavesToOthersWhatTheyCanOpen() throws Exception {
		UUID channel = connected();
		Path strange = makeKeyset("strange");
		try (KeyPeer other = new KeyPeer(other(), strange)) {
			lose(strange);
			this.watch.round();
			renewAndVerify();
			assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
			assertThat(verifyAt()).isAfter(this.clock.instant());
			assertThat(NETWORKS.books().calls()).isEmpty();
			assertThat(other.keys.standing().living()).isGreaterThan(1);
		}
		this.watch.round();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.UNREADABLE);
	}

	private void renewAndVerify() throws InterruptedException {
		due("renew_at");
		this.rounds.renew(TIKTOK);
		due("verify_at");
		this.rounds.verify(TIKTOK);
	}

	private void settle(Set<Integer> known) {
		assertThat(this.watch.settle(known)).isTrue();
	}

	private void loseKey() {
		lose(LOST);
	}

	/** Seals the login's tokens with a key that lies elsewhere. */
	private void lose(Path file) {
		for (String column : Set.of("access_token", "refresh_token")) {
			SealedPlace place = new SealedPlace(this.viewer.organizationId(), value("id", UUID.class),
					"social_login." + column);
			this.jdbc.sql("update social_login set " + column + " = :sealed where organization_id = :organization")
				.param("sealed", KeyPeer.seal(file, this.sealer.open(value(column, byte[].class), place), place))
				.param("organization", this.viewer.organizationId())
				.update();
		}
	}

	private String prefix(String column) {
		return HexFormat.of().formatHex(value(column, byte[].class), 0, 5);
	}

	private long version() {
		return value("token_version", Long.class);
	}

	private Instant verifyAt() {
		return value("verify_at", OffsetDateTime.class).toInstant();
	}

	private String networks(Viewer viewer) throws Exception {
		return page(get("/admin/networks"), viewer);
	}

	private DriverManagerDataSource other() throws Exception {
		try (var connection = this.database.getConnection()) {
			return new DriverManagerDataSource(connection.getMetaData().getURL(), "postgres", "postgres");
		}
	}

}
