import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** The nonce of the page's content security policy; only the server knows it. */
export const NonceProvider = NonceContext.Provider;
export const useNonce = () => useContext(NonceContext);
