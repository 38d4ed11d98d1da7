package io.channelkeeper.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import com.google.crypto.tink.Aead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals secrets with Tink's authenticated encryption. Organization, row and column are
 * the associated data, so that no sealed value can be moved. A key that was read once is
 * kept as long as the process lives, even if the file loses it.
 */
@Component
@EnableConfigurationProperties(EncryptionProperties.class)
public class Sealer {

	private static final Logger log = LoggerFactory.getLogger(Sealer.class);

	/** What Tink begins everything with, before the id of the key. */
	private static final byte MARK = 1;

	private final EncryptionProperties properties;

	private volatile Ring ring;

	private boolean misread;

	Sealer(EncryptionProperties properties) throws GeneralSecurityException, IOException {
		this.properties = properties;
		Keyset keys = Keyset.read(properties.keyset());
		this.ring = Ring.of(keys, keys.primary());
	}

	/** Whether the setting holds a keyset that can be read. */
	static boolean isKeyset(String setting) {
		try {
			Keyset.read(setting);
			return true;
		}
		catch (GeneralSecurityException | IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** A new keyset as the setting takes it. */
	public static String newKeyset() throws GeneralSecurityException {
		return Keyset.create().encoded();
	}

	/** The id of the key that a value is sealed with; empty if it is no sealed value. */
	static Optional<Integer> keyOf(byte[] sealed) {
		return (sealed.length > 5 && sealed[0] == MARK) ? Optional.of(ByteBuffer.wrap(sealed, 1, 4).getInt())
				: Optional.empty();
	}

	/** The setting that names the file of the keys; empty if the setting holds them. */
	public Optional<String> file() {
		return this.properties.isFile() ? Optional.of(this.properties.keyset()) : Optional.empty();
	}

	/** The ids of the keys at hand, the newest last. */
	public List<Integer> keyIds() {
		return this.ring.keys().keyIds();
	}

	/**
	 * Reads the file again, if the setting names one. A file that cannot be read changes
	 * nothing.
	 */
	synchronized void readAgain() {
		if (!this.properties.isFile()) {
			return;
		}
		Ring before = this.ring;
		try {
			Keyset keys = Keyset.read(this.properties.keyset()).remembering(before.keys());
			if (!keys.keyIds().equals(before.keys().keyIds())) {
				this.ring = new Ring(keys, before.aead(), keys.sealingWith(keys.primary()));
				log.info("There are {} keys now, the newest is {}", keys.keyIds().size(),
						Integer.toUnsignedString(keys.newest()));
			}
			this.misread = false;
		}
		catch (GeneralSecurityException | IOException ex) {
			if (!this.misread) {
				log.error("{} holds no readable keyset; the keys read before go on: {}", this.properties.keyset(),
						ex.getClass().getSimpleName());
			}
			this.misread = true;
		}
	}

	/**
	 * Chooses the key that is sealed with.
	 * @param key one of those at hand, or null to seal nothing
	 */
	synchronized void sealWith(@Nullable Integer key) {
		try {
			Keyset keys = this.ring.keys();
			this.ring = (key != null) ? Ring.of(keys, key) : new Ring(keys, null, this.ring.opener());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("No key " + Integer.toUnsignedString(key), ex);
		}
	}

	public byte[] seal(String clear, SealedPlace place) {
		return seal(clear.getBytes(StandardCharsets.UTF_8), place);
	}

	private byte[] seal(byte[] clear, SealedPlace place) {
		Aead aead = this.ring.aead();
		if (aead == null) {
			throw new IllegalStateException(
					"No key to seal " + place.column() + " with: other processes that live know none of those at hand");
		}
		try {
			return aead.encrypt(clear, bytes(place));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot seal " + place.column(), ex);
		}
	}

	/**
	 * Opens what was sealed for exactly this place.
	 * @throws UnreadableSecretException if the key is missing or the value was moved
	 */
	public String open(byte[] sealed, SealedPlace place) {
		return new String(unseal(sealed, place), StandardCharsets.UTF_8);
	}

	/**
	 * The same secret for the same place, sealed with the key that is sealed with now.
	 * @throws UnreadableSecretException if the key is missing or the value was moved
	 */
	byte[] reseal(byte[] sealed, SealedPlace place) {
		return seal(unseal(sealed, place), place);
	}

	private byte[] unseal(byte[] sealed, SealedPlace place) {
		try {
			return this.ring.opener().decrypt(sealed, bytes(place));
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableSecretException(place, keyOf(sealed).orElse(null), ex);
		}
	}

	private static byte[] bytes(SealedPlace place) {
		return (place.organization() + "/" + place.row() + "/" + place.column()).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The keys at hand.
	 *
	 * @param keys the keys
	 * @param aead what seals, or null
	 * @param opener what opens
	 */
	private record Ring(Keyset keys, @Nullable Aead aead, Aead opener) {

		static Ring of(Keyset keys, int sealing) throws GeneralSecurityException {
			Aead aead = keys.sealingWith(sealing);
			return new Ring(keys, aead, aead);
		}

	}

}
