package io.channelkeeper.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealerTests {

	private final UUID organization = UUID.randomUUID();

	private final SealedPlace place = new SealedPlace(this.organization, UUID.randomUUID(),
			"social_login.access_token");

	@Test
	void opensWhatItSealedInItsPlace() throws GeneralSecurityException, IOException {
		Sealer sealer = sealer();
		byte[] sealed = sealer.seal("EAAL1", this.place);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("EAAL1");
		assertThat(sealer.open(sealed, this.place)).isEqualTo("EAAL1");
	}

	@Test
	void refusesWhatWasMoved() throws GeneralSecurityException, IOException {
		Sealer sealer = sealer();
		byte[] sealed = sealer.seal("EAAL1", this.place);
		SealedPlace elsewhere = new SealedPlace(this.organization, this.place.row(), "social_login.refresh_token");
		assertThatExceptionOfType(UnreadableSecretException.class).isThrownBy(() -> sealer.open(sealed, elsewhere));
	}

	@Test
	void refusesWhatAnotherKeySealed() throws GeneralSecurityException, IOException {
		byte[] sealed = sealer().seal("EAAL1", this.place);
		Sealer other = sealer();
		assertThatExceptionOfType(UnreadableSecretException.class).isThrownBy(() -> other.open(sealed, this.place));
	}

	private Sealer sealer() throws GeneralSecurityException, IOException {
		return new Sealer(new EncryptionProperties(Sealer.newKeyset()));
	}

}
