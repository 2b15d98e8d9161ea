import { createContext, useContext } from "react";

const ReferenceContext = createContext<string | null>(null);

/** The number under which a request stands in the log; only the server knows it. */
export const RequestReferenceProvider = ReferenceContext.Provider;
export const useRequestReference = () => useContext(ReferenceContext);
