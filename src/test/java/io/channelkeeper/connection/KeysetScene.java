package io.channelkeeper.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.TestRun;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.KeyRegister;
import io.channelkeeper.support.KeysetFile;
import io.channelkeeper.support.Resealing;
import io.channelkeeper.support.Sealer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose keys lie in a file, and a login at practice TikTok.
 */
@TestPropertySource(
		properties = "channelkeeper.encryption.keyset=file:target/runs/${test.run:unnamed}/keyset-scene/keyset")
abstract class KeysetScene extends SignInScene {

	static final ProviderId TIKTOK = new ProviderId("tiktok");

	static final Path FILE = makeKeyset("keyset");

	@Autowired
	KeyWatch watch;

	@Autowired
	KeyRegister keys;

	@Autowired
	Resealing resealing;

	@Autowired
	LoginRounds rounds;

	@Autowired
	Sealer sealer;

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('logins', 'resealing')").update();
	}

	UUID connected() {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("tiktok", "anakocht"));
		assertThat(this.browser.back(this.browser.consent(this.browser.leave(channel, TIKTOK), "ana")).diagnosis())
			.isNull();
		NETWORKS.books().forgetCalls();
		return channel;
	}

	void due(String column) {
		this.jdbc.sql("update social_login set " + column + " = connected_at where id = ?").param(login()).update();
	}

	/** The login of this test's creator. */
	UUID login() {
		return this.jdbc.sql("""
				select l.id from social_login l join connection k on k.login_id = l.id where l.organization_id = ?
				""").param(this.viewer.organizationId()).query(UUID.class).single();
	}

	<T> T value(String column, Class<T> type) {
		return this.jdbc.sql("select " + column + " from social_login where id = ?")
			.param(login())
			.query((row, number) -> row.getObject(column, type))
			.single();
	}

	Viewer operator() {
		this.jdbc.sql("update person set operator = true where id = ?").param(this.viewer.personId()).update();
		return this.viewer;
	}

	String page(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
		var response = this.mvc.perform(request.with(this.organizations.signedIn(viewer)).locale(viewer.language()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString();
	}

	static Path makeKeyset(String name) {
		Path file = TestRun.THIS.file("keyset-scene").resolve(name);
		try {
			Files.deleteIfExists(file);
			new KeysetFile(file.toString()).create();
			return file;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
