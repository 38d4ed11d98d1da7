package io.channelkeeper.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.channelkeeper.TestEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Keys are rotated while several processes run (B-18).
 */
class KeyRegisterTests {

	private static final SealedColumn CONTENT = new SealedColumn("mail", "content");

	private static final DriverManagerDataSource DATABASE = new DriverManagerDataSource(TestEnvironment.newDatabase(),
			"postgres", "postgres");

	private final List<KeyPeer> peers = new ArrayList<>();

	private final JdbcClient jdbc = JdbcClient.create(DATABASE);

	@TempDir
	Path folder;

	private KeysetFile file;

	private int first;

	@BeforeAll
	static void migrate() {
		Flyway.configure().dataSource(DATABASE).outOfOrder(true).load().migrate();
	}

	@BeforeEach
	void begin() throws GeneralSecurityException, IOException {
		this.jdbc.sql("truncate key_report, sealing_key, resealing, mail cascade").update();
		this.file = new KeysetFile(this.folder.resolve("keyset").toString());
		this.first = this.file.create().newest();
	}

	@AfterEach
	void end() {
		this.peers.forEach(KeyPeer::close);
	}

	@Test
	@DisplayName("B-18: a new key is used once every living process has read it, by all of them")
	void usesANewKeyOnceAllKnowIt() throws Exception {
		KeyPeer one = peer();
		KeyPeer other = peer();
		int second = this.file.rotate().newest();
		one.keys.round();
		assertThat(one.keys.standing().isWaiting()).isTrue();
		assertThat(one.keys.standing().knowing()).isOne();
		assertThat(one.keys.standing().living()).isEqualTo(2);
		assertThat(List.of(one.sealsWith(), other.sealsWith())).containsOnly(this.first);
		other.keys.round();
		assertThat(other.sealsWith()).isEqualTo(second);
		assertThat(one.sealsWith()).isEqualTo(this.first);
		assertThat(other.keys.standing().agreed()).isFalse();
		one.keys.round();
		assertThat(one.sealsWith()).isEqualTo(second);
		assertThat(one.keys.standing().agreed()).isTrue();
		assertThat(one.sealer.open(other.sealer.seal("secret", place()), place())).isEqualTo("secret");
	}

	@Test
	@DisplayName("B-18: a process that was killed is not waited for, one that is merely silent is")
	void waitsForNoneThatIsDead() throws Exception {
		KeyPeer one = peer();
		KeyPeer silent = peer();
		int second = this.file.rotate().newest();
		one.keys.round();
		one.keys.round();
		one.keys.round();
		assertThat(one.sealsWith()).isEqualTo(this.first);
		silent.kill();
		one.keys.round();
		assertThat(one.sealsWith()).isEqualTo(this.first);
		one.keys.round();
		assertThat(one.sealsWith()).isEqualTo(second);
		assertThat(reports()).isOne();
	}

	@Test
	@DisplayName("B-18: who starts with an older file seals with what all know, and takes nothing back")
	void sealsWithNothingThatOthersLack() throws Exception {
		Path old = Files.copy(this.file.path(), this.folder.resolve("old"));
		int second = this.file.rotate().newest();
		KeyPeer one = peer();
		assertThat(one.sealsWith()).isEqualTo(second);
		KeyPeer behind = peer(old);
		one.keys.round();
		assertThat(behind.sealsWith()).isEqualTo(this.first);
		assertThat(one.sealsWith()).isEqualTo(second);
		assertThat(one.keys.standing().agreed()).isFalse();
		byte[] sealed = one.sealer.seal("secret", place());
		assertThatExceptionOfType(UnreadableSecretException.class).isThrownBy(() -> behind.sealer.open(sealed, place()))
			.satisfies((ex) -> assertThat(behind.keys.isLeftToOthers(ex)).isTrue());
		KeyPeer stranger = stranger();
		assertThatIllegalStateException().isThrownBy(stranger::sealsWith);
		stranger.close();
	}

	@Test
	@DisplayName("B-18: another keyset is used as soon as nobody has the one before")
	void goesOnWithAnotherKeyset() throws Exception {
		KeyPeer before = peer();
		byte[] sealed = before.sealer.seal("secret", place());
		before.close();
		KeyPeer next = stranger();
		assertThat(next.sealsWith()).isNotEqualTo(this.first);
		assertThat(next.keys.standing().anywhere()).containsExactly(next.sealsWith());
		assertThat(next.keys.standing().chosen()).isEqualTo(next.sealsWith());
		assertThat(next.keys.standing().agreed()).isTrue();
		assertThatExceptionOfType(UnreadableSecretException.class).isThrownBy(() -> next.sealer.open(sealed, place()))
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo(this.first))
			.satisfies((ex) -> assertThat(next.keys.isLeftToOthers(ex)).isFalse());
	}

	@Test
	@DisplayName("B-18: a file that is gone, half written or without its old keys loses nothing")
	void goesOnWithTheKeysItHas() throws Exception {
		KeyPeer peer = peer();
		byte[] sealed = peer.sealer.seal("secret", place());
		String whole = Files.readString(this.file.path());
		for (String half : List.of("", whole.substring(0, whole.length() / 2), "no base64 €")) {
			Files.writeString(this.file.path(), half);
			peer.keys.round();
			assertThat(peer.sealsWith()).isEqualTo(this.first);
		}
		Files.delete(this.file.path());
		peer.keys.round();
		assertThat(peer.sealer.open(sealed, place())).isEqualTo("secret");
		int other = this.file.create().newest();
		peer.keys.round();
		assertThat(peer.sealsWith()).isEqualTo(other);
		assertThat(peer.sealer.open(sealed, place())).isEqualTo("secret");
	}

	@Test
	@DisplayName("B-18: everything is sealed anew by any number of processes, page by page")
	void sealsEverythingAnew() throws Exception {
		KeyPeer one = peer();
		KeyPeer other = peer();
		fill(one, 2_500);
		int second = this.file.rotate().newest();
		one.keys.round();
		one.resealing(List.of(CONTENT)).round();
		assertThat(sealedWith()).containsOnlyKeys(this.first);
		other.keys.round();
		one.keys.round();
		other.keys.round();
		Thread helper = Thread.ofPlatform().start(() -> other.resealing(List.of(CONTENT)).round());
		one.resealing(List.of(CONTENT)).round();
		helper.join();
		one.resealing(List.of(CONTENT)).round();
		assertThat(sealedWith()).containsExactlyEntriesOf(Map.of(second, 2_500L));
		assertThat(one.resealing(List.of(CONTENT)).share()).isEqualTo(new Resealing.Share(2_500, 2_500, 0, true));
		assertThat(opened(one)).isEqualTo(2_500);
	}

	@Test
	@DisplayName("B-18: what is held or replaced meanwhile is neither waited for nor overwritten")
	void disturbsNobody() throws Exception {
		KeyPeer peer = peer();
		fill(peer, 3);
		List<UUID> ids = ids();
		this.jdbc.sql("update mail set content = :moved where id = :id")
			.param("moved", peer.sealer.seal("secret", place()))
			.param("id", ids.get(2))
			.update();
		int second = this.file.rotate().newest();
		peer.keys.round();
		try (var connection = DATABASE.getConnection(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("select 1 from mail where id = '" + ids.getFirst() + "' for update");
			peer.resealing(List.of(CONTENT)).round();
			assertThat(sealedWith()).containsEntry(second, 1L).containsEntry(this.first, 2L);
			assertThat(peer.resealing(List.of(CONTENT)).share().finished()).isFalse();
			connection.rollback();
		}
		peer.resealing(List.of(CONTENT)).round();
		assertThat(sealedWith()).containsEntry(second, 2L).containsEntry(this.first, 1L);
		assertThat(peer.resealing(List.of(CONTENT)).share()).isEqualTo(new Resealing.Share(2, 3, 1, true));
	}

	@Test
	void replacesOnlyWhatItRead() throws Exception {
		KeyPeer peer = peer();
		fill(peer, 2);
		ResealingRows rows = new ResealingRows(this.jdbc);
		List<ResealingRows.Resealed> page = rows.page(CONTENT, Tenancy.NOBODY, List.of(this.first), 10)
			.stream()
			.map((row) -> new ResealingRows.Resealed(row.id(), row.value(), new byte[] { 2 }))
			.toList();
		this.jdbc.sql("update mail set content = '\\x03' where id = :id").param("id", page.getFirst().id()).update();
		rows.store(CONTENT, page, 0);
		assertThat(this.jdbc.sql("select encode(content, 'hex') from mail order by id")
			.query((row, number) -> row.getString(1))
			.list()).containsExactly("03", "02");
	}

	@Test
	@DisplayName("issue 4: swapping ciphertexts always fails to decrypt")
	void refusesWhateverIsSwapped() throws Exception {
		KeyPeer peer = peer();
		this.file.rotate();
		Random random = new Random(4);
		List<String> columns = List.of("social_login.access_token", "social_login.refresh_token",
				"connection.channel_token", "mail.content");
		List<SealedPlace> places = new ArrayList<>();
		List<byte[]> sealed = new ArrayList<>();
		for (int number = 0; number < 200; number++) {
			SealedPlace before = places.isEmpty() ? place() : places.getLast();
			places.add(switch (number % 3) {
				case 0 -> new SealedPlace(before.organization(), before.row(), columns.get((number / 3) % 4));
				case 1 -> new SealedPlace(before.organization(), UUID.randomUUID(), before.column());
				default -> new SealedPlace(UUID.randomUUID(), before.row(), before.column());
			});
			if (number == 100) {
				peer.keys.round();
			}
			sealed.add(peer.sealer.seal("token " + number, places.getLast()));
		}
		int refused = 0;
		while (refused < 1_000) {
			int from = random.nextInt(200);
			int to = random.nextInt(200);
			if (!places.get(from).equals(places.get(to))) {
				assertThatExceptionOfType(UnreadableSecretException.class)
					.isThrownBy(() -> peer.sealer.open(sealed.get(from), places.get(to)));
				refused++;
			}
		}
		assertThat(peer.sealer.open(sealed.get(7), places.get(7))).isEqualTo("token 7");
	}

	private KeyPeer peer() throws GeneralSecurityException, IOException {
		return peer(this.file.path());
	}

	/** A process with keys that nobody else has. */
	private KeyPeer stranger() throws GeneralSecurityException, IOException {
		new KeysetFile(this.folder.resolve("other").toString()).create();
		return peer(this.folder.resolve("other"));
	}

	private KeyPeer peer(Path file) throws GeneralSecurityException, IOException {
		KeyPeer peer = new KeyPeer(DATABASE, file);
		this.peers.add(peer);
		return peer;
	}

	private void fill(KeyPeer peer, int rows) {
		for (int number = 0; number < rows; number++) {
			UUID id = Ids.next();
			this.jdbc.sql("""
					insert into mail (id, kind, recipient, subject, content, state, created_at, due_at)
					values (:id, 'test', 'a@example.org', 'Test', :content, 'QUEUED', :now, :now)
					""")
				.param("id", id)
				.param("content", peer.sealer.seal("secret", CONTENT.place(null, id)))
				.param("now", Timestamp.from(Instant.EPOCH))
				.update();
		}
	}

	private long opened(KeyPeer peer) {
		return this.jdbc.sql("select id, content from mail")
			.query((row, number) -> peer.sealer.open(row.getBytes("content"),
					CONTENT.place(null, row.getObject("id", UUID.class))))
			.list()
			.stream()
			.filter("secret"::equals)
			.count();
	}

	private Map<Integer, Long> sealedWith() {
		return this.jdbc.sql("select content from mail")
			.query((row, number) -> Sealer.keyOf(row.getBytes("content")).orElseThrow())
			.list()
			.stream()
			.collect(Collectors.groupingBy((key) -> key, Collectors.counting()));
	}

	private List<UUID> ids() {
		return this.jdbc.sql("select id from mail order by id")
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	private long reports() {
		return this.jdbc.sql("select count(*) from key_report").query(Long.class).single();
	}

	private static SealedPlace place() {
		return new SealedPlace(Tenancy.NOBODY, Tenancy.NOBODY, "any");
	}

}
