package io.channelkeeper.picture;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ForgottenPictureTests {

	@Autowired
	private TestOrganizations organizations;

	@Autowired
	private TestCreators creators;

	@Autowired
	private TestChannels channels;

	@Autowired
	private PictureStore store;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("P-10: a picture that is forgotten while it is fetched is not kept after all")
	void keepsNothingThatWasForgotten() {
		Viewer viewer = this.organizations.make("Agency");
		UUID channel = this.channels.instagram(viewer, this.creators.ana(viewer), "anakocht");
		this.store.offer(viewer.organizationId(), channel, URI.create("http://localhost:1/picture"));
		DuePicture due = this.store.claim(channel).orElseThrow();
		this.store.forget(viewer.organizationId(), channel);
		this.store.keep(due,
				new NormalizedPicture(
						Map.of(NormalizedPicture.LARGE, new byte[] { 1 }, NormalizedPicture.SMALL, new byte[] { 2 })),
				"source");
		assertThat(this.jdbc.sql("select count(*) from picture where organization_id = ?")
			.param(viewer.organizationId())
			.query(Long.class)
			.single()).isZero();
	}

}
