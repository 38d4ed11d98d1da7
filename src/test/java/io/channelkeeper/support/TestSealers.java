package io.channelkeeper.support;

import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Opens what other applications sealed.
 */
public final class TestSealers {

	private TestSealers() {
	}

	/** Of a keyset as the setting takes it. */
	public static Sealer of(String keyset) {
		try {
			return new Sealer(new EncryptionProperties(keyset));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
