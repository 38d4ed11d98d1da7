package io.channelkeeper.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals secrets with Tink's authenticated encryption. Organization, row and column are
 * the associated data, so that no sealed value can be moved.
 */
@Component
@EnableConfigurationProperties(EncryptionProperties.class)
public class Sealer {

	private final Aead aead;

	Sealer(EncryptionProperties properties) throws GeneralSecurityException, IOException {
		this.aead = parse(properties.keyset()).getPrimitive(AeadConfig2026.get(), Aead.class);
	}

	/** Whether the setting holds a keyset that can be read. */
	static boolean isKeyset(String setting) {
		try {
			parse(setting);
			return true;
		}
		catch (GeneralSecurityException | IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static KeysetHandle parse(String setting) throws GeneralSecurityException, IOException {
		return TinkJsonProtoKeysetFormat.parseKeyset(json(setting), AeadConfig2026.get(),
				InsecureSecretKeyAccess.get());
	}

	/** A new keyset as the setting takes it. */
	public static String newKeyset() throws GeneralSecurityException {
		KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
		String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(),
				InsecureSecretKeyAccess.get());
		return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String json(String setting) throws IOException {
		String encoded = setting.startsWith("file:") ? Files.readString(Path.of(setting.substring(5))) : setting;
		return new String(Base64.getMimeDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
	}

	public byte[] seal(String clear, SealedPlace place) {
		try {
			return this.aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), bytes(place));
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
		try {
			return new String(this.aead.decrypt(sealed, bytes(place)), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableSecretException(place, ex);
		}
	}

	private static byte[] bytes(SealedPlace place) {
		return (place.organization() + "/" + place.row() + "/" + place.column()).getBytes(StandardCharsets.UTF_8);
	}

}
